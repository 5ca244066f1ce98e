import { type ByteSource, blocksOf } from "../byte-source.ts";
import type { NpyHeader } from "./header.ts";

/** Bytes that can be read anywhere. */
export type RangeSource = Pick<ByteSource, "size" | "read" | "pieces">;

/**
 * Where some rows of the first axis lie in a file: `count` pieces of `length` bytes, `step` bytes from one's start to the next's.
 * In C order that is one piece; in Fortran order every column has its own.
 */
export interface RowRanges {
  readonly start: number;
  readonly length: number;
  readonly step: number;
  readonly count: number;
  /** Where the byte at a position of the pieces, one after the other, stands in the file. */
  readonly fileByte: (position: number) => number;
}

/** A read of this many bytes costs little more than a smaller one. */
const READ_BYTES = 1 << 20;
/** A gap up to this length is read along with what surrounds it, for a read of its own would take longer. In bytes. */
const GAP_BYTES = 1 << 16;

/** The bytes of rows `start` to `stop`, not with it. For 0-d the one element counts as all there is. */
export function rowRanges(header: NpyHeader, start: number, stop: number): RowRanges {
  const { dataStart, itemsize, shape, fortranOrder, dataBytes } = header;
  const rows = shape[0] ?? 1;
  const wanted = shape.length === 0 ? 1 : stop - start;
  const rowBytes = rows === 0 ? 0 : Number(dataBytes) / rows;
  const byColumn = fortranOrder && shape.length > 1;
  const step = byColumn ? rows * itemsize : Number(dataBytes);
  const first = dataStart + start * (byColumn ? itemsize : rowBytes);
  const length = wanted * (byColumn ? itemsize : rowBytes);
  const count = byColumn ? (itemsize === 0 ? 0 : rowBytes / itemsize) : 1;
  const fileByte = (position: number) =>
    length === 0 ? first : first + Math.floor(position / length) * step + (position % length);
  return { start: first, length, step, count, fileByte };
}

/** All of it is one stretch of the file. */
export function isOneStretch({ length, step, count }: RowRanges): boolean {
  return length === step || count === 1;
}

/** The bytes of the pieces, one after the other. Short gaps between pieces are read and left out. */
export async function* rangeBlocks(source: RangeSource, ranges: RowRanges): AsyncGenerator<Uint8Array> {
  const { start, length, step, count } = ranges;
  if (length === 0) return;
  if (isOneStretch(ranges)) {
    yield* blocksBetween(source, start, start + length * count);
    return;
  }
  const together = step - length > GAP_BYTES ? 1 : Math.max(1, Math.floor(READ_BYTES / step));
  for (let piece = 0; piece < count; piece += together) {
    const pieces = Math.min(together, count - piece);
    const from = start + piece * step;
    if (pieces === 1) {
      yield* blocksBetween(source, from, from + length);
      continue;
    }
    const bytes = await source.read(from, from + (pieces - 1) * step + length);
    for (let k = 0; k < pieces; k++) yield bytes.subarray(k * step, k * step + length);
  }
}

/** The bytes from `start` up to, not with, `end`, in blocks. */
export function blocksBetween(source: RangeSource, start: number, end: number): AsyncIterable<Uint8Array> {
  return blocksOf({ name: "", size: end, read: (from, to) => source.read(from, to), close: () => {} }, start);
}
