import { carriageReturn, type Dialect, lineFeed, space } from "./dialect.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A quote that is not closed within so many lines is taken for text. */
const strayLines = 3;

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
    const { record, lines } = bytes[at] === dialect.comment ? commentAt(bytes, at, line) : recordAt(bytes, at, line, dialect);
    if (record.next > bytes.length && !final) break;
    if (holdsCells(record, dialect)) records.push(record);
    at = record.next;
    line += lines;
  }
  return records;
}

/**
 * Where, in the record that starts at `from`, a quote opens a cell that goes on over several lines to the end of the bytes: it
 * stands alone, most likely. -1 where none does.
 */
export function strayQuote(bytes: Uint8Array, from: number, dialect: Dialect): number {
  for (let at = from; at < bytes.length; at++) {
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
  const text = decoder.decode(bytes.slice(cell.start, cell.end));
  const mark = String.fromCharCode(quote);
  return cell.quoted ? text.replaceAll(mark + mark, mark) : text;
}

function holdsCells({ cells }: RecordSpan, dialect: Dialect): boolean {
  const empty = cells.every((cell) => cell.start === cell.end && !cell.quoted);
  return !(empty && (cells.length <= 1 || dialect.dropEmptyRows));
}

function recordAt(bytes: Uint8Array, start: number, line: number, dialect: Dialect): { record: RecordSpan; lines: number } {
  const cells: CellSpan[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    if (dialect.trimStart && at > start) while (bytes[at] === space) at++;
    const open = at;
    let close = bytes[at] === dialect.quote ? quotedEnd(bytes, at, dialect.quote) : at;
    if (close > at && isStray(bytes, at, close, dialect.delimiter)) close = at;
    if (close > at) lines += linesIn(bytes, at, close);
    at = close;
    while (at < bytes.length && !isCellEnd(bytes[at], dialect.delimiter)) at++;
    const quoted = close > open + 1 && close === at && bytes[close - 1] === dialect.quote;
    cells.push(quoted ? { start: open + 1, end: at - 1, quoted } : { start: open, end: at, quoted });
    if (at >= bytes.length || bytes[at] !== dialect.delimiter) break;
    at++;
  }
  return { record: { line, start, next: behindLineEnding(bytes, at), cells }, lines };
}

function commentAt(bytes: Uint8Array, start: number, line: number): { record: RecordSpan; lines: number } {
  let at = start;
  while (at < bytes.length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at++;
  return { record: { line, start, next: behindLineEnding(bytes, at), cells: [] }, lines: 1 };
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
