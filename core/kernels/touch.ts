/** Bytes that memory is fetched in. */
export const LINE: usize = 64;

/** Bytes whose addresses are translated as one. */
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
export function touchPages(start: usize, bytes: usize): void {
  let sum: u32 = 0;
  for (let p = start; p < start + bytes; p += PAGE) sum += load<u8>(p);
  store<u32>(NOWHERE, sum);
}

/**
 * Loads a byte of every line of [start, start + bytes), and of up to three lines more.
 *
 * Nothing asks for so many lines at a time as a loop that does nothing else. It is for kernels that guess wrong now and then, or
 * do not go straight on: they would wait for every line.
 */
// @ts-ignore: decorator
@inline
export function touchLines(start: usize, bytes: usize): void {
  let a: u32 = 0, b: u32 = 0, c: u32 = 0, d: u32 = 0;
  const end = start + bytes;
  for (let p = start; p < end; p += 4 * LINE) {
    a += load<u8>(p);
    b += load<u8>(p, LINE);
    c += load<u8>(p, 2 * LINE);
    d += load<u8>(p, 3 * LINE);
  }
  store<u32>(NOWHERE, a + b + c + d);
}
