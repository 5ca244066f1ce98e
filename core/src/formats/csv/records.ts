import type { CutRecords } from "./cut-records.ts";
import type { Dialect } from "./dialect.ts";
import { cutRecords } from "./record-cutter.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes of a cell that are looked at one by one. */
const shortText = 32;

/** One cell: where its text is, and whether it stood in quotes, which are left out and may be doubled inside. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

export interface RecordSpan {
  /** From 1. */
  readonly line: number;
  readonly start: number;
  /** Behind its line ending. */
  readonly next: number;
  readonly cells: readonly CellSpan[];
}

/** As `cutRecords`, record by record: for the text of a few rows. */
export function recordsOf(bytes: Uint8Array, from: number, dialect: Dialect, limit: number, final: boolean): RecordSpan[] {
  const cuts = cutRecords(bytes, from, dialect, limit, final);
  return Array.from({ length: cuts.count }, (_, record) => {
    const first = cuts.firstCell(record);
    const cells = Array.from({ length: cuts.width(record) }, (_, column) => spanOf(cuts, first + column));
    return { line: cuts.line(record), start: cuts.start(record), next: cuts.next(record), cells };
  });
}

/** One of all the cells. */
export function spanOf(cuts: CutRecords, cell: number): CellSpan {
  return { start: cuts.cellStart(cell), end: cuts.cellEnd(cell), quoted: cuts.isQuoted(cell) };
}

/** A cell's text, its doubled quotes made single. */
export function cellText(bytes: Uint8Array, cell: CellSpan | undefined, quote: number): string {
  if (cell === undefined) return "";
  const text = textOf(bytes, cell.start, cell.end);
  const mark = String.fromCharCode(quote);
  return cell.quoted ? text.replaceAll(mark + mark, mark) : text;
}

/** A decoder costs more than the few ASCII characters that most cells are. */
function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > shortText) return decoder.decode(bytes.slice(start, end));
  let text = "";
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return decoder.decode(bytes.slice(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}
