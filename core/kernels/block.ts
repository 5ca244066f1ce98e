import { BLOCK } from "./guard";
import { equal, keys, smaller, smallestLane } from "./key";

/** The smallest keys of 128 bytes and `a`. */
// @ts-ignore: decorator
@inline
function smaller128<T>(a: v128, p: usize, flip: v128, extra: v128): v128 {
  const b = smaller<T>(smaller<T>(keys<T>(p, flip, extra), keys<T>(p + 16, flip, extra)), smaller<T>(keys<T>(p + 32, flip, extra), keys<T>(p + 48, flip, extra)));
  const c = smaller<T>(smaller<T>(keys<T>(p + 64, flip, extra), keys<T>(p + 80, flip, extra)), smaller<T>(keys<T>(p + 96, flip, extra), keys<T>(p + 112, flip, extra)));
  return smaller<T>(a, smaller<T>(b, c));
}

/** False where a block has a NaN, and in a few more cases: by its sum, which is NaN then. */
// @ts-ignore: decorator
@inline
export function isOrdered<T>(p: usize): bool {
  let a = i64x2.splat(0);
  let b = a;
  for (let q = p; q < p + BLOCK; q += 128) {
    a = v128.add<T>(a, v128.add<T>(v128.add<T>(v128.load(q), v128.load(q, 16)), v128.add<T>(v128.load(q, 32), v128.load(q, 48))));
    b = v128.add<T>(b, v128.add<T>(v128.add<T>(v128.load(q, 64), v128.load(q, 80)), v128.add<T>(v128.load(q, 96), v128.load(q, 112))));
  }
  a = v128.add<T>(a, b);
  return v128.all_true<i32>(equal<T>(a, a));
}

/** The smallest key of a block or `best`, in every lane. NaN among the elements is passed over. */
// @ts-ignore: decorator
@inline
export function smallestOfBlock<T>(p: usize, best: v128, flip: v128, extra: v128, skip: bool): v128 {
  let a = best;
  if (skip) {
    // Not a tree: `smaller` keeps its first operand where the second is a NaN, so the first must never be one.
    let b = best;
    for (let q = p; q < p + BLOCK; q += 32) {
      a = smaller<T>(a, keys<T>(q, flip, extra));
      b = smaller<T>(b, keys<T>(q + 16, flip, extra));
    }
    a = smaller<T>(a, b);
  } else {
    for (let q = p; q < p + BLOCK; q += 128) a = smaller128<T>(a, q, flip, extra);
  }
  return smallestLane<T>(a);
}
