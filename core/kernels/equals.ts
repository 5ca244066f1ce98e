import { bits, equal } from "./key";
import { isNan, keyFrom, keysFrom } from "./tally";

/** Writes the number of each of n elements, `step` bytes apart, that equals the one at `wanted`, as uint32, and returns how many. */
// @ts-ignore: decorator
@inline
export function foundEquals<T>(start: usize, n: usize, step: isize, wanted: usize, out: usize): usize {
  const key = keyFrom<T>(wanted);
  const wantsNan = isFloat<T>() && v128.any_true(isNan<T>(key));
  const first = out;
  const together: usize = step == sizeof<T>() ? 16 / sizeof<T>() : 1;
  for (let k: usize = 0; k < n; k += together) {
    const found = keysFrom<T>(start + k * step);
    // No float equals a NaN.
    let hits = bits<T>(wantsNan ? isNan<T>(found) : equal<T>(found, key));
    if (!hits) continue;
    const inside = min<usize>(together, n - k);
    for (hits &= (1 << inside) - 1; hits; hits &= hits - 1, out += 4) store<u32>(out, k + ctz(hits));
  }
  return (out - first) >> 2;
}

/**
 * The same for n rows of `width` elements, where each column has a wanted element of its own, one beside the other at `wanted`.
 * Numbers count row after row.
 */
// @ts-ignore: decorator
@inline
export function foundInColumns<T>(start: usize, n: usize, rowStep: isize, width: usize, wanted: usize, out: usize): usize {
  const first = out;
  const together: usize = 16 / sizeof<T>();
  for (let r: usize = 0; r < n; r++, start += rowStep) {
    for (let k: usize = 0; k < width; k += together) {
      const p = k * sizeof<T>();
      const found = keysFrom<T>(start + p);
      const key = keysFrom<T>(wanted + p);
      let alike = equal<T>(found, key);
      if (isFloat<T>()) alike = v128.or(alike, v128.and(isNan<T>(found), isNan<T>(key)));
      let hits = bits<T>(alike);
      if (!hits) continue;
      const inside = min<usize>(together, width - k);
      for (hits &= (1 << inside) - 1; hits; hits &= hits - 1, out += 4) store<u32>(out, r * width + k + ctz(hits));
    }
  }
  return (out - first) >> 2;
}
