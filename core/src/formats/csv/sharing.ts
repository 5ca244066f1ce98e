import type { SegmentSizes } from "./segment-ring.ts";

/** When and how threads share a file. Sizes are in bytes. */
export interface Sharing extends SegmentSizes {
  readonly threads: number;
  /** Less is read by one thread, window by window, before others have begun. */
  readonly least: number;
  /** What one thread reads after a guess went wrong; twice as much when that comes soon again. */
  readonly retreat: number;
}

/** A block is read in a millisecond or so, and stays in a core's cache with what becomes of it. */
export const usualSharing: Omit<Sharing, "threads"> = { block: 5 << 17, tail: 1 << 16, least: 1 << 22, retreat: 1 << 22 };
/** Where one thread reads for all. */
export const readAhead = { ...usualSharing, block: 3 << 17 };
/** Rows that a tail is to hold, so that it nearly always holds one. */
export const rowsInTail = 4;

/** Whether threads share a file of so many bytes, whose rows have so many. */
export function isWorthSharing(
  bytes: number,
  rowBytes: number,
  { least, tail }: Pick<Sharing, "least" | "tail"> = usualSharing,
): boolean {
  return bytes >= least && rowBytes * rowsInTail <= tail;
}
