import { bits, equal, extraOf, firstKey, flipOf, infinity, isHalf, keys, lanesBelow, lastKey, less, smaller, smallestLane } from "./key";
import { firstNaN, firstNumber } from "./nan";

/** Bytes that one guard test covers. */
const BLOCK: usize = 512;

/** Bytes of a lane from which on the guard scan is faster. At least a block. */
const LONG: usize = 1024;

/** The first element of [at, at + bytes) whose key is `key`; `bytes` a multiple of 16, and it is there. */
// @ts-ignore: decorator
@inline
function firstEqual<T>(at: usize, key: v128, flip: v128, extra: v128): usize {
  let p = at;
  let found = bits<T>(equal<T>(keys<T>(p, flip, extra), key));
  while (!found) {
    p += 16;
    found = bits<T>(equal<T>(keys<T>(p, flip, extra), key));
  }
  return (p - at) / sizeof<T>() + ctz(found);
}

/**
 * Do 128 bytes hold a key that comes before `best`, or a NaN that counts? For floats and int64: lanes of `ok` that are still
 * all ones do not. One comparison does both jobs, because it is false for a NaN.
 */
// @ts-ignore: decorator
@inline
function guard<T>(ok: v128, p: usize, best: v128, flip: v128, extra: v128, skip: bool): v128 {
  if (skip) return v128.andnot(ok, less<T>(keys<T>(p, flip, extra), best));
  return v128.and(ok, v128.ge<T>(keys<T>(p, flip, extra), best));
}

// @ts-ignore: decorator
@inline
function guard128<T>(ok: v128, p: usize, best: v128, flip: v128, extra: v128, skip: bool): v128 {
  let a = guard<T>(ok, p, best, flip, extra, skip);
  let b = guard<T>(i64x2.splat(-1), p + 16, best, flip, extra, skip);
  a = guard<T>(a, p + 32, best, flip, extra, skip);
  b = guard<T>(b, p + 48, best, flip, extra, skip);
  a = guard<T>(a, p + 64, best, flip, extra, skip);
  b = guard<T>(b, p + 80, best, flip, extra, skip);
  a = guard<T>(a, p + 96, best, flip, extra, skip);
  b = guard<T>(b, p + 112, best, flip, extra, skip);
  return v128.and(a, b);
}

/** The smallest keys of 128 bytes and `a`. */
// @ts-ignore: decorator
@inline
function smaller128<T>(a: v128, p: usize, flip: v128, extra: v128): v128 {
  const b = smaller<T>(smaller<T>(keys<T>(p, flip, extra), keys<T>(p + 16, flip, extra)), smaller<T>(keys<T>(p + 32, flip, extra), keys<T>(p + 48, flip, extra)));
  const c = smaller<T>(smaller<T>(keys<T>(p + 64, flip, extra), keys<T>(p + 80, flip, extra)), smaller<T>(keys<T>(p + 96, flip, extra), keys<T>(p + 112, flip, extra)));
  return smaller<T>(a, smaller<T>(b, c));
}

/** Could a block hold something better than `best`? Its answer is exact. */
// @ts-ignore: decorator
@inline
function improves<T>(p: usize, best: v128, flip: v128, extra: v128, skip: bool): bool {
  if (isFloat<T>() || sizeof<T>() == 8) {
    let ok = guard128<T>(i64x2.splat(-1), p, best, flip, extra, skip);
    ok = guard128<T>(ok, p + 128, best, flip, extra, skip);
    ok = guard128<T>(ok, p + 256, best, flip, extra, skip);
    ok = guard128<T>(ok, p + 384, best, flip, extra, skip);
    return !v128.all_true<i32>(ok);
  }
  let least = smaller128<T>(best, p, flip, extra);
  least = smaller128<T>(least, p + 128, flip, extra);
  least = smaller128<T>(least, p + 256, flip, extra);
  least = smaller128<T>(least, p + 384, flip, extra);
  return v128.any_true(v128.xor(least, best));
}

/** The smallest key of a block or `best`, in every lane. NaN among the elements is passed over. */
// @ts-ignore: decorator
@inline
function smallestOfBlock<T>(p: usize, best: v128, flip: v128, extra: v128, skip: bool): v128 {
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

/**
 * Index of the winner of one contiguous lane of at least one block, or -1 where every element is a NaN that is passed over.
 *
 * The guard scan: keep the best key so far in every lane of a vector, and per block of 512 bytes ask only whether something
 * beats it. On random data the answer is yes about ln(n) times; then the block, which is in the first-level cache, gives up its
 * smallest key and is remembered. The index is looked up once, at the end, inside one block.
 */
// @ts-ignore: decorator
@inline
function scanLong<T>(start: usize, n: usize, flip: v128, extra: v128, skip: bool): i32 {
  const end = start + n * sizeof<T>();
  let best = lastKey<T>();
  let home = start;
  let p = start;
  while (p < end) {
    // The last block overlaps the one before: what was seen already cannot be better than the best.
    if (p + BLOCK > end) p = end - BLOCK;
    if (p == start || improves<T>(p, best, flip, extra, skip)) {
      if (isFloat<T>() && !skip) {
        let ordered = i64x2.splat(-1);
        for (let q = p; q < p + BLOCK; q += 16) {
          const x = v128.load(q);
          ordered = v128.and(ordered, equal<T>(x, x));
        }
        if (!v128.all_true<i32>(ordered)) return <i32>((p - start) / sizeof<T>() + firstNaN<T>(p, BLOCK));
      }
      best = smallestOfBlock<T>(p, best, flip, extra, skip);
      home = p;
      // Nothing comes before the first key of all: a bool or an int8 is often done here.
      if (!isFloat<T>() && v128.all_true<i32>(equal<T>(best, firstKey<T>()))) break;
    }
    p += BLOCK;
  }
  if (skip && v128.all_true<i64>(equal<T>(best, infinity<T>()))) return firstNumber<T>(start, n) < n ? 0 : -1;
  return <i32>((home - start) / sizeof<T>() + firstEqual<T>(home, best, flip, extra));
}

/**
 * The same for a short lane, with no branch that random data would mislead: the smallest key first, then a bit for every
 * element that has it, up to 64 at a time. 16 bytes must be readable from `start`, even if the lane has fewer. */
// @ts-ignore: decorator
@inline
function scanShort<T>(start: usize, n: usize, flip: v128, extra: v128, skip: bool): i32 {
  const width: usize = 16 / sizeof<T>();
  if (n < width) {
    let x = v128.bitselect(keys<T>(start, flip, extra), lastKey<T>(), lanesBelow<T>(n));
    if (isFloat<T>()) {
      const ordered = equal<T>(x, x);
      if (skip) x = v128.bitselect(x, lastKey<T>(), ordered);
      else if (!v128.all_true<i32>(ordered)) return <i32>firstNaN<T>(start, n);
    }
    const best = smallestLane<T>(x);
    if (skip && v128.all_true<i64>(equal<T>(best, infinity<T>()))) return firstNumber<T>(start, n) < n ? 0 : -1;
    return ctz(bits<T>(equal<T>(x, best)));
  }
  const last = start + (n - width) * sizeof<T>();
  let best = skip ? lastKey<T>() : keys<T>(last, flip, extra);
  let sum = best;
  for (let p = start; p < last; p += 16) {
    const x = keys<T>(p, flip, extra);
    best = smaller<T>(best, x);
    if (isFloat<T>() && !skip) sum = v128.add<T>(sum, x);
  }
  if (skip) best = smaller<T>(best, keys<T>(last, flip, extra));
  // The sum is NaN if any element is, and in a few more cases (inf - inf), which the search settles.
  if (isFloat<T>() && !skip && !v128.all_true<i32>(equal<T>(sum, sum))) {
    const k = firstNaN<T>(start, n);
    if (k < n) return <i32>k;
  }
  best = smallestLane<T>(best);
  if (skip && v128.all_true<i64>(equal<T>(best, infinity<T>()))) return firstNumber<T>(start, n) < n ? 0 : -1;
  // One vector less than 64 elements, so that the last vector's bits fit in too.
  const chunk = 64 * sizeof<T>() - 16;
  let from = start - chunk;
  let found: u64 = 0;
  do {
    from += chunk;
    const to = min<usize>(from + chunk, last);
    let shift: u64 = 0;
    for (let p = from; p < to; p += 16, shift += width) found |= <u64>bits<T>(equal<T>(keys<T>(p, flip, extra), best)) << shift;
    if (to == last) found |= <u64>bits<T>(equal<T>(keys<T>(last, flip, extra), best)) << <u64>((last - from) / sizeof<T>());
  } while (!found);
  return <i32>((from - start) / sizeof<T>() + <usize>ctz(found));
}

/**
 * Winners of `lanes` contiguous lanes of n elements, `lanesStep` bytes apart, for each of `outer` groups, written to `out` as
 * int32 in that order.
 */
// @ts-ignore: decorator
@inline
export function laneGroups<T>(order: i32, start: usize, n: usize, lanes: usize, lanesStep: isize, outer: usize, outerStep: isize, out: usize, skip: bool): void {
  const flip = flipOf<T>(order);
  const extra = extraOf<T>(order);
  const long = n * sizeof<T>() >= LONG;
  for (let g: usize = 0; g < outer; g++) {
    let p = start + g * outerStep;
    if (long) for (let c: usize = 0; c < lanes; c++, p += lanesStep, out += 4) store<i32>(out, scanLong<T>(p, n, flip, extra, skip));
    else for (let c: usize = 0; c < lanes; c++, p += lanesStep, out += 4) store<i32>(out, scanShort<T>(p, n, flip, extra, skip));
  }
}
