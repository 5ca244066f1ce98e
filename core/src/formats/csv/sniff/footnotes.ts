import type { ByteSource } from "../../byte-source.ts";
import { CellReader } from "../cell.ts";
import { carriageReturn, lineFeed, noByte, space } from "../dialect.ts";
import { type RecordSpan, recordsOf } from "../records.ts";
import type { Sniffed } from "./index.ts";

/** Where the table ends. */
export interface TableEnd {
  /** In bytes. */
  readonly end: number;
  /** Lines behind it, blank ones not counted. */
  readonly footnoteLines: number;
}

/** Bytes at the file's end that are looked at. */
const tailSize = 1 << 16;

/**
 * Finds footnotes: the last records, where each is one cell of words and the rows above have several, the first a number. Read as
 * a row, one would make that column text.
 */
export async function findTableEnd(source: ByteSource, sniffed: Sniffed): Promise<TableEnd> {
  const all = { end: source.size, footnoteLines: 0 };
  // Behind rows that were chosen stand others.
  const isCut = typeof sniffed.rowRange?.stop === "number";
  if (isCut || sniffed.names.length < 2 || sniffed.numeric[0] !== 1) return all;
  const from = Math.max(sniffed.dataStart, source.size - tailSize);
  const tail = await source.read(from, source.size);
  const first = from === sniffed.dataStart ? 0 : tail.indexOf(lineFeed) + 1;
  if (endsInCells(tail, sniffed)) return all;
  const records = recordsOf(tail, first, sniffed.dialect, Infinity, true);
  const reader = new CellReader(sniffed.missing, sniffed.dialect);
  const isFootnote = ({ cells }: RecordSpan): boolean => {
    const [cell] = cells;
    return cells.length === 1 && cell !== undefined && reader.read(tail, cell.start, cell.end) === "other";
  };
  const footnotes = records.length - 1 - records.findLastIndex((record) => !isFootnote(record));
  const start = records.at(-footnotes)?.start;
  if (footnotes === 0 || footnotes === records.length || start === undefined) return all;
  return { end: from + start, footnoteLines: footnotes };
}

/** The last line has several cells: the usual case, in which no record is cut. Where there are quotes a line may be a part of one. */
function endsInCells(tail: Uint8Array, { dialect }: Sniffed): boolean {
  if (tail.includes(dialect.quote) || dialect.comment !== noByte || dialect.delimiter === space) return false;
  const isEnding = (at: number): boolean => tail[at] === lineFeed || tail[at] === carriageReturn;
  let at = tail.length - 1;
  while (at >= 0 && isEnding(at)) at--;
  // Delimiters alone may be a row that is left out, and what stands before it is asked for.
  if (tail[at] === dialect.delimiter) return false;
  while (at >= 0 && tail[at] !== dialect.delimiter && !isEnding(at)) at--;
  return at >= 0 && tail[at] === dialect.delimiter;
}
