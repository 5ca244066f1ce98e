const PAGE: usize = 4096;

/** An address that nobody uses: sums are stored there so that the loads are not optimised away. */
const NOWHERE: usize = 64;

/**
 * Loads a byte of every page of [start, start + bytes), all at once, before the slow reading of them begins.
 *
 * A processor prefetches within a page, and finds the next one (address translation, then memory) only when a load asks.
 * A kernel with many instructions for each byte does not look far enough ahead, and would wait at every page.
 */
// @ts-ignore: decorator
@inline
export function touch(start: usize, bytes: usize): void {
  let sum: u32 = 0;
  for (let p = start; p < start + bytes; p += PAGE) sum += load<u8>(p);
  store<u32>(NOWHERE, sum);
}
