import { isHalf, keys, MAX, NAT, smaller, UNSIGNED, wanted } from "./key";

/** Bytes that one guard test covers. */
export const BLOCK: usize = 512;

// The test reads everything there is to read, so it compares elements as they lie in memory: making keys of them first would
// cost as much again. Each way of comparing is a `way`, known when this is compiled:
/** Is anything smaller than the best, or greater? In the order of the bits MAX and UNSIGNED. */
const SIGNED_MIN = 0;
const SIGNED_MAX = 1;
const UNSIGNED_MIN = 2;

/** `ok` without the lanes where one vector beats `best`, or has a NaN that counts: a comparison with NaN is false. */
// @ts-ignore: decorator
@inline
function holds<T>(ok: v128, p: usize, best: v128, way: i32, skip: bool): v128 {
  const x = v128.load(p);
  if (isFloat<T>() && !skip) return v128.and(ok, way == SIGNED_MAX ? v128.le<T>(x, best) : v128.ge<T>(x, best));
  return v128.andnot(ok, way == SIGNED_MAX ? v128.gt<T>(x, best) : v128.lt<T>(x, best));
}

// @ts-ignore: decorator
@inline
function holds128<T>(ok: v128, p: usize, best: v128, way: i32, skip: bool): v128 {
  let a = holds<T>(ok, p, best, way, skip);
  let b = holds<T>(i64x2.splat(-1), p + 16, best, way, skip);
  a = holds<T>(a, p + 32, best, way, skip);
  b = holds<T>(b, p + 48, best, way, skip);
  a = holds<T>(a, p + 64, best, way, skip);
  b = holds<T>(b, p + 80, best, way, skip);
  a = holds<T>(a, p + 96, best, way, skip);
  b = holds<T>(b, p + 112, best, way, skip);
  return v128.and(a, b);
}

// @ts-ignore: decorator
@inline
function beatenByOne<T>(p: usize, best: v128, way: i32, skip: bool): bool {
  let ok = holds128<T>(i64x2.splat(-1), p, best, way, skip);
  ok = holds128<T>(ok, p + 128, best, way, skip);
  ok = holds128<T>(ok, p + 256, best, way, skip);
  ok = holds128<T>(ok, p + 384, best, way, skip);
  return !v128.all_true<i32>(ok);
}

/** The better of each pair of small integers: for them one instruction does what takes others two. */
// @ts-ignore: decorator
@inline
function better<T>(a: v128, b: v128, way: i32): v128 {
  if (sizeof<T>() == 4) {
    if (way == SIGNED_MIN) return i32x4.min_s(a, b);
    if (way == SIGNED_MAX) return i32x4.max_s(a, b);
    return way == UNSIGNED_MIN ? i32x4.min_u(a, b) : i32x4.max_u(a, b);
  }
  if (sizeof<T>() == 2) {
    if (way == SIGNED_MIN) return i16x8.min_s(a, b);
    if (way == SIGNED_MAX) return i16x8.max_s(a, b);
    return way == UNSIGNED_MIN ? i16x8.min_u(a, b) : i16x8.max_u(a, b);
  }
  if (way == SIGNED_MIN) return i8x16.min_s(a, b);
  if (way == SIGNED_MAX) return i8x16.max_s(a, b);
  return way == UNSIGNED_MIN ? i8x16.min_u(a, b) : i8x16.max_u(a, b);
}

// @ts-ignore: decorator
@inline
function better128<T>(a: v128, p: usize, way: i32): v128 {
  const b = better<T>(better<T>(v128.load(p), v128.load(p, 16), way), better<T>(v128.load(p, 32), v128.load(p, 48), way), way);
  const c = better<T>(better<T>(v128.load(p, 64), v128.load(p, 80), way), better<T>(v128.load(p, 96), v128.load(p, 112), way), way);
  return better<T>(a, better<T>(b, c, way), way);
}

// @ts-ignore: decorator
@inline
function beatenBySmall<T>(p: usize, best: v128, way: i32): bool {
  let found = better128<T>(best, p, way);
  found = better128<T>(found, p + 128, way);
  found = better128<T>(found, p + 256, way);
  found = better128<T>(found, p + 384, way);
  return v128.any_true(v128.xor(found, best));
}

/** By keys: for float16, whose bits do not order, and for int64 that is unsigned or has NaT. */
// @ts-ignore: decorator
@inline
function beatenByKey<T>(p: usize, best: v128, flip: v128, extra: v128): bool {
  let a = best;
  let b = best;
  for (let q = p; q < p + BLOCK; q += 64) {
    a = smaller<T>(a, smaller<T>(keys<T>(q, flip, extra), keys<T>(q + 16, flip, extra)));
    b = smaller<T>(b, smaller<T>(keys<T>(q + 32, flip, extra), keys<T>(q + 48, flip, extra)));
  }
  return v128.any_true(v128.xor(smaller<T>(a, b), best));
}

/** Does a block hold something better than the key `best`, or a NaN that counts? */
// @ts-ignore: decorator
@inline
export function improves<T>(p: usize, best: v128, flip: v128, extra: v128, order: i32, skip: bool): bool {
  if (isHalf<T>()) return beatenByKey<T>(p, best, flip, extra);
  const element = wanted<T>(best, flip, extra);
  if (isFloat<T>() || sizeof<T>() == 8) {
    if (!isFloat<T>() && order & (UNSIGNED | NAT)) return beatenByKey<T>(p, best, flip, extra);
    if (order & MAX) return beatenByOne<T>(p, element, SIGNED_MAX, skip);
    return beatenByOne<T>(p, element, SIGNED_MIN, skip);
  }
  if (order & UNSIGNED) {
    if (order & MAX) return beatenBySmall<T>(p, element, 3);
    return beatenBySmall<T>(p, element, UNSIGNED_MIN);
  }
  if (order & MAX) return beatenBySmall<T>(p, element, SIGNED_MAX);
  return beatenBySmall<T>(p, element, SIGNED_MIN);
}
