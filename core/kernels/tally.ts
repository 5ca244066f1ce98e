import { bits, equal, isHalf, keyAt, keys } from "./key";

// Elements are compared as NumPy's == does, and NaN with NaN. For float16 that needs a key, of which both zeros have the same one,
// and all NaNs; the others are what they are.

/** Of float16, the key of a NaN. */
// @ts-ignore: decorator
@inline
function nanKey<T>(): v128 {
  return isHalf<T>() ? i16x8.splat(i16.MIN_VALUE) : i64x2.splat(0);
}

// @ts-ignore: decorator
@inline
export function keysFrom<T>(at: usize): v128 {
  return keys<T>(at, i64x2.splat(0), nanKey<T>());
}

// @ts-ignore: decorator
@inline
export function keyFrom<T>(at: usize): v128 {
  return keyAt<T>(at, i64x2.splat(0), nanKey<T>());
}

/** Which of the keys are NaN's or NaT's. */
// @ts-ignore: decorator
@inline
export function isNan<T>(key: v128): v128 {
  if (isFloat<T>()) return v128.ne<T>(key, key);
  if (isHalf<T>()) return i16x8.eq(key, nanKey<T>());
  return i64x2.eq(key, i64x2.splat(i64.MIN_VALUE));
}

/**
 * Counts in `count` lanes of n elements, `step` bytes apart, `laneStep` bytes from one to the next. For each lane a uint32 at
 * `winners` is the address of its winner; to the two uint32 at `out` are added the elements that equal it, and the NaNs.
 */
// @ts-ignore: decorator
@inline
export function tallied<T>(start: usize, n: usize, step: isize, count: usize, laneStep: isize, winners: usize, out: usize, mayBeNan: bool): void {
  for (let lane: usize = 0; lane < count; lane++, start += laneStep, out += 8) {
    const winner = keyFrom<T>(load<u32>(winners + 4 * lane));
    let equals: i32 = 0;
    let nans: i32 = 0;
    if (step == sizeof<T>()) {
      const end = start + n * sizeof<T>();
      let p = start;
      for (; p + 16 <= end; p += 16) {
        const key = keysFrom<T>(p);
        equals += popcnt(bits<T>(equal<T>(key, winner)));
        if (mayBeNan) nans += popcnt(bits<T>(isNan<T>(key)));
      }
      if (p < end) {
        const key = keysFrom<T>(p);
        const inside = (1 << (<i32>(end - p) / sizeof<T>())) - 1;
        equals += popcnt(bits<T>(equal<T>(key, winner)) & inside);
        if (mayBeNan) nans += popcnt(bits<T>(isNan<T>(key)) & inside);
      }
    } else {
      for (let k: usize = 0; k < n; k++) {
        const key = keyFrom<T>(start + k * step);
        equals += bits<T>(equal<T>(key, winner)) & 1;
        if (mayBeNan) nans += bits<T>(isNan<T>(key)) & 1;
      }
    }
    // No float equals a NaN.
    if (isFloat<T>() && v128.any_true(isNan<T>(winner))) equals = nans;
    store<u32>(out, load<u32>(out) + equals);
    if (mayBeNan) store<u32>(out, load<u32>(out, 4) + nans, 4);
  }
}
