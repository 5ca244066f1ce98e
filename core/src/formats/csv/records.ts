import { carriageReturn, type Dialect, hasRuns, lineFeed, space } from "./dialect.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A quote that is not closed within so many lines is taken for text. */
const strayLines = 3;
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

/**
 * The first whole records of `bytes` from a record's start on, cell by cell: for samples, and for the text of a few rows. Blank
 * lines, comments and rows that the dialect drops are left out, as a scan leaves them out.
 *
 * @param final nothing follows the bytes, so that the last record is whole
 */
export function recordsOf(bytes: Uint8Array, from: number, dialect: Dialect, limit: number, final: boolean): RecordSpan[] {
  const records: RecordSpan[] = [];
  let line = 1;
  for (let at = from; at < bytes.length && records.length < limit; ) {
    const cells: CellSpan[] = [];
    const record = anyRecordAt(bytes, at, dialect, cells);
    if (record.next > bytes.length && !final) break;
    if (holdsCells(record, dialect)) records.push({ line, start: at, next: record.next, cells });
    at = record.next;
    line += record.lines;
  }
  return records;
}

/** As `recordsOf`, only how many cells each record has: for wide samples, whose cells are many. */
export function widthsOf(bytes: Uint8Array, from: number, dialect: Dialect, limit: number, final: boolean): number[] {
  const widths: number[] = [];
  for (let at = from; at < bytes.length && widths.length < limit; ) {
    const record = anyRecordAt(bytes, at, dialect, null);
    if (record.next > bytes.length && !final) break;
    if (holdsCells(record, dialect)) widths.push(record.width);
    at = record.next;
  }
  return widths;
}

/**
 * Where, in the record that starts at `from`, a quote opens a cell that goes on over several lines to the end of the bytes: it
 * stands alone, most likely. -1 where none does.
 */
export function strayQuote(bytes: Uint8Array, from: number, dialect: Dialect): number {
  const runs = hasRuns(dialect);
  for (let at = from; at < bytes.length; at++) {
    if (runs) while (bytes[at] === space) at++;
    if (bytes[at] === dialect.quote) {
      const close = quotedEnd(bytes, at, dialect.quote);
      if (isStray(bytes, at, close, dialect.delimiter)) return at;
      at = close;
    }
    while (at < bytes.length && !isCellEnd(bytes[at], dialect.delimiter)) at++;
    if (bytes[at] !== dialect.delimiter) return -1;
    if (dialect.trimStart) while (bytes[at + 1] === space) at++;
  }
  return -1;
}

/** Nothing closes the quotes, or what does is inside a later line's cell. */
function isStray(bytes: Uint8Array, open: number, close: number, delimiter: number): boolean {
  if (close === bytes.length) return linesIn(bytes, open, close) >= strayLines;
  return !isCellEnd(bytes[close], delimiter) && linesIn(bytes, open, close) > 0;
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

/** A record by its size. */
interface RecordSize {
  readonly next: number;
  /** Lines that it takes. */
  readonly lines: number;
  readonly width: number;
  /** All its cells are empty, none of them in quotes. */
  readonly empty: boolean;
}

function holdsCells({ width, empty }: RecordSize, dialect: Dialect): boolean {
  return !(empty && (width <= 1 || dialect.dropEmptyRows));
}

/** @param cells takes the record's cells, where they are wanted */
function anyRecordAt(bytes: Uint8Array, start: number, dialect: Dialect, cells: CellSpan[] | null): RecordSize {
  if (bytes[start] !== dialect.comment) return recordAt(bytes, start, dialect, cells);
  let at = start;
  while (at < bytes.length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++;
  return { next: behindLineEnding(bytes, at), lines: 1, width: 0, empty: true };
}

function recordAt(bytes: Uint8Array, start: number, dialect: Dialect, cells: CellSpan[] | null): RecordSize {
  const { delimiter, quote } = dialect;
  let width = 0;
  let empty = true;
  const runs = hasRuns(dialect);
  let lines = 1;
  let at = start;
  if (runs) while (bytes[at] === space) at++;
  for (;;) {
    if (dialect.trimStart && at > start) while (bytes[at] === space) at++;
    const open = at;
    let close = bytes[at] === quote ? quotedEnd(bytes, at, quote) : at;
    if (close > at && isStray(bytes, at, close, delimiter)) close = at;
    if (close > at) lines += linesIn(bytes, at, close);
    at = close;
    while (at < bytes.length && !isCellEnd(bytes[at], delimiter)) at++;
    // Blanks behind the last cell part it from nothing.
    if (runs && at === open && width > 0) break;
    const quoted = close > open + 1 && close === at && bytes[close - 1] === quote;
    cells?.push(quoted ? { start: open + 1, end: at - 1, quoted } : { start: open, end: at, quoted });
    width++;
    empty = empty && open === at;
    if (at >= bytes.length || bytes[at] !== delimiter) break;
    at++;
  }
  return { next: behindLineEnding(bytes, at), lines, width, empty };
}

/** Past the bytes' end where the line ending itself is not among them. */
function behindLineEnding(bytes: Uint8Array, at: number): number {
  return at + (bytes[at] === carriageReturn && (bytes[at + 1] === lineFeed || at + 1 === bytes.length) ? 2 : 1);
}

/** The position behind the closing quote; the end where there is none. */
function quotedEnd(bytes: Uint8Array, start: number, quote: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    if (bytes[at] !== quote) continue;
    if (bytes[at + 1] !== quote) return at + 1;
    at++;
  }
  return bytes.length;
}

function linesIn(bytes: Uint8Array, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] !== lineFeed)) lines++;
  }
  return lines;
}

function isCellEnd(byte: number | undefined, delimiter: number): boolean {
  return byte === delimiter || byte === lineFeed || byte === carriageReturn;
}
