import { bits, equal, infinity, keys, lanesBelow, lastKey, smaller, smallestLane } from "./key";
import { firstNaN, firstNumber } from "./nan";

// Short lanes, with no branch that random data would mislead: the smallest key first, then a bit for every element that has
// it. Loads overlap where a lane is no multiple of a vector, which changes neither a minimum nor the first bit.

/** What is left to do once the smallest keys, lane by lane, and the sums are known: -2 where the element must be looked up. */
// @ts-ignore: decorator
@inline
export function special<T>(start: usize, n: usize, best: v128, sum: v128, skip: bool): i32 {
  // The sum is NaN if any element is, and in a few more cases (inf - inf), which the search settles.
  if (isFloat<T>() && !skip && !v128.all_true<i32>(equal<T>(sum, sum))) {
    const k = firstNaN<T>(start, n);
    if (k < n) return <i32>k;
  }
  if (skip && v128.all_true<i32>(equal<T>(best, infinity<T>()))) return firstNumber<T>(start, n) < n ? 0 : -1;
  return -2;
}

// @ts-ignore: decorator
@inline
export function add<T>(a: v128, b: v128, skip: bool): v128 {
  return isFloat<T>() && !skip ? v128.add<T>(a, b) : a;
}

/** Fewer elements than a vector has. 16 bytes must be readable all the same. */
// @ts-ignore: decorator
@inline
export function scanPart<T>(start: usize, n: usize, flip: v128, extra: v128, skip: bool): i32 {
  let x = v128.bitselect(keys<T>(start, flip, extra), lastKey<T>(), lanesBelow<T>(n));
  const sum = x;
  if (isFloat<T>() && skip) x = smaller<T>(lastKey<T>(), x);
  const best = smallestLane<T>(x);
  const found = special<T>(start, n, best, isFloat<T>() ? v128.sub<T>(sum, sum) : sum, skip);
  return found > -2 ? found : ctz(bits<T>(equal<T>(x, best)));
}

/** One or two vectors. */
// @ts-ignore: decorator
@inline
export function scanTwo<T>(start: usize, n: usize, flip: v128, extra: v128, skip: bool): i32 {
  const last = n - 16 / sizeof<T>();
  const x = keys<T>(start, flip, extra);
  const y = keys<T>(start + last * sizeof<T>(), flip, extra);
  let best = skip ? smaller<T>(lastKey<T>(), x) : x;
  best = smallestLane<T>(smaller<T>(best, y));
  const found = special<T>(start, n, best, add<T>(x, y, skip), skip);
  if (found > -2) return found;
  return ctz(bits<T>(equal<T>(x, best)) | (bits<T>(equal<T>(y, best)) << <i32>last));
}

/** Three vectors. */
// @ts-ignore: decorator
@inline
export function scanThree<T>(start: usize, n: usize, flip: v128, extra: v128, skip: bool): i32 {
  const width = 16 / sizeof<T>();
  const last = n - width;
  const x = keys<T>(start, flip, extra);
  const y = keys<T>(start + 16, flip, extra);
  const z = keys<T>(start + last * sizeof<T>(), flip, extra);
  let a = skip ? smaller<T>(lastKey<T>(), x) : x;
  a = smaller<T>(a, y);
  const best = smallestLane<T>(smaller<T>(a, z));
  const found = special<T>(start, n, best, add<T>(add<T>(x, y, skip), z, skip), skip);
  if (found > -2) return found;
  const low = bits<T>(equal<T>(x, best)) | (bits<T>(equal<T>(y, best)) << <i32>width);
  return <i32>ctz(<u64><u32>low | (<u64>bits<T>(equal<T>(z, best)) << <u64>last));
}

/** Four vectors, or a little less. */
// @ts-ignore: decorator
@inline
export function scanFour<T>(start: usize, n: usize, flip: v128, extra: v128, skip: bool): i32 {
  const width = 16 / sizeof<T>();
  const last = n - width;
  const third = min<usize>(2 * width, last);
  const x = keys<T>(start, flip, extra);
  const y = keys<T>(start + 16, flip, extra);
  const z = keys<T>(start + third * sizeof<T>(), flip, extra);
  const w = keys<T>(start + last * sizeof<T>(), flip, extra);
  let a = skip ? smaller<T>(lastKey<T>(), x) : x;
  let b = skip ? smaller<T>(lastKey<T>(), z) : z;
  a = smaller<T>(a, y);
  b = smaller<T>(b, w);
  const best = smallestLane<T>(smaller<T>(a, b));
  const found = special<T>(start, n, best, add<T>(add<T>(x, y, skip), add<T>(z, w, skip), skip), skip);
  if (found > -2) return found;
  const low = bits<T>(equal<T>(x, best)) | (bits<T>(equal<T>(y, best)) << <i32>width);
  const high = (<u64>bits<T>(equal<T>(z, best)) << <u64>third) | (<u64>bits<T>(equal<T>(w, best)) << <u64>last);
  return <i32>ctz(<u64><u32>low | high);
}

/** A bit for each element of four vectors, from what a comparison gave for each. */
// @ts-ignore: decorator
@inline
export function bitsOfFour<T>(x: v128, y: v128, z: v128, w: v128): u64 {
  if (sizeof<T>() == 8) {
    const low = v128.shuffle<i32>(x, y, 0, 2, 4, 6);
    const high = v128.shuffle<i32>(z, w, 0, 2, 4, 6);
    return <u64>i16x8.bitmask(i16x8.narrow_i32x4_s(low, high));
  }
  if (sizeof<T>() == 4) {
    return <u64>i8x16.bitmask(i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(x, y), i16x8.narrow_i32x4_s(z, w)));
  }
  if (sizeof<T>() == 2) {
    const low = i8x16.bitmask(i8x16.narrow_i16x8_s(x, y));
    return <u64>low | (<u64>i8x16.bitmask(i8x16.narrow_i16x8_s(z, w)) << 16);
  }
  const low = <u64>i8x16.bitmask(x) | (<u64>i8x16.bitmask(y) << 16);
  return low | (<u64>i8x16.bitmask(z) << 32) | (<u64>i8x16.bitmask(w) << 48);
}
