import { equal } from "./key";
import { isNan, keysFrom } from "./tally";

/** Bytes of a row that are dealt with at once: with what is counted of them they stay in the processor's nearest cache. */
const STRIP: usize = 8192;
/** Between the pieces of the scratch, so that the last vector of a row may reach past it. */
const ROOM: usize = STRIP + 64;

/** Takes a comparison, which is -1 where it holds, from counts as wide as the elements. */
// @ts-ignore: decorator
@inline
function counted<T>(counts: v128, hits: v128): v128 {
  if (sizeof<T>() == 8) return i64x2.sub(counts, hits);
  if (sizeof<T>() == 4) return i32x4.sub(counts, hits);
  if (sizeof<T>() == 2) return i16x8.sub(counts, hits);
  return i8x16.sub(counts, hits);
}

// @ts-ignore: decorator
@inline
function countAt<T>(at: usize): u32 {
  if (sizeof<T>() == 8) return <u32>load<u64>(at);
  if (sizeof<T>() == 4) return load<u32>(at);
  if (sizeof<T>() == 2) return load<u16>(at);
  return load<u8>(at);
}

/** Rows that a count as wide as an element has room for. */
// @ts-ignore: decorator
@inline
function mostRows<T>(): usize {
  return sizeof<T>() == 1 ? 255 : 65_535;
}

/**
 * As `tallied`, for lanes that are neighbours, with n rows `rowStep` bytes apart. `scratch` has 25 KB; a vector is readable from
 * every element.
 */
// @ts-ignore: decorator
@inline
export function talliedColumns<T>(start: usize, n: usize, rowStep: isize, count: usize, winners: usize, scratch: usize, out: usize, mayBeNan: bool): void {
  const equals = scratch + ROOM;
  const nans = equals + ROOM;
  while (count > 0) {
    const width = min<usize>(count, STRIP / sizeof<T>());
    const bytes = width * sizeof<T>();
    for (let k: usize = 0; k < width; k++) {
      const winner = load<u32>(winners + 4 * k);
      store<T>(scratch + k * sizeof<T>(), load<T>(winner));
    }
    for (let r: usize = 0; r < n; ) {
      const stop = min<usize>(n, r + mostRows<T>());
      memory.fill(equals, 0, bytes + 16);
      if (mayBeNan) memory.fill(nans, 0, bytes + 16);
      for (; r < stop; r++) {
        const row = start + r * rowStep;
        for (let q: usize = 0; q < bytes; q += 16) {
          const key = keysFrom<T>(row + q);
          v128.store(equals + q, counted<T>(v128.load(equals + q), equal<T>(key, keysFrom<T>(scratch + q))));
          if (mayBeNan) v128.store(nans + q, counted<T>(v128.load(nans + q), isNan<T>(key)));
        }
      }
      for (let k: usize = 0; k < width; k++) {
        const q = k * sizeof<T>();
        const missing = mayBeNan ? countAt<T>(nans + q) : 0;
        // No float equals a NaN.
        const isNanBest = isFloat<T>() && load<T>(scratch + q) != load<T>(scratch + q);
        store<u32>(out + 8 * k, load<u32>(out + 8 * k) + (isNanBest ? missing : countAt<T>(equals + q)));
        store<u32>(out + 8 * k, load<u32>(out + 8 * k, 4) + missing, 4);
      }
    }
    start += bytes;
    winners += 4 * width;
    out += 8 * width;
    count -= width;
  }
}
