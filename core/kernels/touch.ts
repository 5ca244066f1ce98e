// A processor fetches ahead by itself, but within a page (4 KiB) and for one stream at a time. What comes of it is far less than
// memory can give: lines that are asked for in eight pages at once come half as fast again. So kernels ask before they read.
//
// A load whose value nobody uses is not optimised away, for it may trap.

/** Bytes that memory is fetched in. */
export const LINE: usize = 64;

/** Bytes whose addresses are translated as one. */
const PAGE: usize = 4096;

/** Pages that are asked for side by side. */
const PAGES: usize = 8 * PAGE;

/** Bytes after which `touchAhead` is due again. */
export const STEP: usize = 512;

/**
 * Asks for one line in each of the eight pages behind the eight that `p` lies in. Who calls it every 512 bytes has asked for all of
 * them when it comes there; they wait in the second-level cache. Nothing from `end` on is touched.
 */
// @ts-ignore: decorator
@inline
export function touchAhead(p: usize, end: usize): void {
  const first = p & ~(PAGES - 1);
  if (first + 2 * PAGES > end) return;
  const q = first + PAGES + (p - first) / STEP * LINE;
  load<u8>(q);
  load<u8>(q, 4096);
  load<u8>(q, 8192);
  load<u8>(q, 12288);
  load<u8>(q, 16384);
  load<u8>(q, 20480);
  load<u8>(q, 24576);
  load<u8>(q, 28672);
}

/** Loads a byte of every page of [start, start + bytes), all at once, before the reading of them begins. */
// @ts-ignore: decorator
@inline
export function touchPages(start: usize, bytes: usize): void {
  for (let p = start; p < start + bytes; p += PAGE) load<u8>(p);
}
