import { FormatError } from "../../../errors.ts";
import { comma, type Dialect, doubleQuote, noByte, plainDialect, space } from "../dialect.ts";
import { type CsvOptions, usualMissing } from "../options.ts";
import type { Decision } from "../receipt.ts";
import { cellText, type RecordSpan, recordsOf } from "../records.ts";
import { sniffDelimiter } from "./delimiter.ts";
import { type HeaderGuess, sniffHeader } from "./header.ts";
import { type ColumnName, columnNames, headingsOf } from "./names.ts";
import { sniffNumberStyle } from "./number-style.ts";
import { Sample } from "./sample.ts";

/** What a sample of a UTF-8 file says about the whole. */
export interface Sniffed {
  readonly dialect: Dialect;
  readonly quote: Decision<string>;
  readonly delimiter: Decision<string>;
  readonly numberStyle: Decision<"point" | "comma">;
  readonly header: Decision<number>;
  /** Lines before the header that belong to no table. */
  readonly preambleLines: number;
  readonly missing: readonly string[];
  /** The header as the file has it; empty without one. */
  readonly headings: readonly string[];
  readonly names: readonly ColumnName[];
  /** For each column: whether its cells in the sample are numbers or missing. */
  readonly numeric: readonly boolean[];
  /** Where the first row starts: its byte, and its line from 1. */
  readonly dataStart: number;
  readonly dataLine: number;
  /** Bytes of a row, and of each column in it, on average. */
  readonly rowBytes: number;
  readonly columnBytes: readonly number[];
}

const sampledRecords = 1000;
const longestNumber = 40;
const chosen = "it was chosen";

/** @param from where text starts, behind a byte order mark @param whole the sample is the whole file */
export function sniff(bytes: Uint8Array, from: number, whole: boolean, options: CsvOptions): Sniffed {
  const missing = options.missing ?? usualMissing;
  const quote = quoteByte(options.quote);
  const comment = sniffComment(bytes, from);
  const guess = sniffDelimiter(bytes, from, quote, whole);
  const delimiter = options.delimiter === undefined ? guess.delimiter : asciiByte(options.delimiter, "delimiter");
  const read = (dialect: Dialect): readonly RecordSpan[] => recordsOf(bytes, from, dialect, sampledRecords, whole);

  let dialect: Dialect = { ...plainDialect, delimiter, quote, comment };
  let records = read(dialect);
  if (records.length === 0) throw new FormatError(`${options.name ?? "The file"} holds no rows: it is blank lines only.`);
  if (blanksFollow(bytes, records)) {
    dialect = { ...dialect, trimStart: true };
    records = read(dialect);
  }
  const style = sniffNumberStyle(textsOf(bytes, records, quote));
  const point = options.decimal === undefined ? style.point : asciiByte(options.decimal, "decimal point");
  dialect = { ...dialect, point, thousands: style.thousands === point ? noByte : style.thousands };
  const sample = new Sample(bytes, records, dialect, missing);
  const header = chosenHeader(sample, options.header) ?? sniffHeader(sample);
  const rows = rowsFrom(records, header.first);
  const headings = headingsOf(sample, header.heads);
  const usual = Math.max(headings.length, headings.length === 0 ? sample.width : 0, filledIn(sample, rows, 0.5));
  const width = Math.max(usual, filledIn(sample, rows, 0));
  const typed = width > 1 ? withoutFootnotes(records, rows) : rows;
  // What a few rows have beside the others is kept as text: as a column of numbers it would be NaN nearly everywhere.
  const numeric = Array.from({ length: width }, (_, column) => {
    return column < usual && typed.every((row) => sample.kind(row, column) !== "other");
  });
  const [first] = rows;
  const start = first === undefined ? (records.at(-1)?.next ?? bytes.length) : (records[first]?.start ?? bytes.length);
  return {
    // A row of numbers that are all missing is a row; among labels it is a blank line of a spreadsheet.
    dialect: { ...dialect, dropEmptyRows: width > 1 && numeric.includes(false) },
    quote: {
      value: quote === noByte ? "none" : String.fromCharCode(quote),
      reason: options.quote === undefined ? "it is usual" : chosen,
    },
    delimiter: { value: String.fromCharCode(delimiter), reason: options.delimiter === undefined ? guess.reason : chosen },
    numberStyle: { value: point === comma ? "comma" : "point", reason: options.decimal === undefined ? style.reason : chosen },
    header: { value: header.heads.length, reason: header.reason },
    preambleLines: (records[header.preamble]?.line ?? 1) - 1,
    missing,
    headings,
    names: columnNames(headings, width, usual),
    numeric,
    dataStart: Math.min(start, bytes.length),
    dataLine: (first === undefined ? undefined : records[first]?.line) ?? 1,
    ...averages(records.slice(header.first), width, bytes.length - start),
  };
}

function quoteByte(quote: string | undefined): number {
  if (quote === undefined) return doubleQuote;
  return quote === "none" ? noByte : asciiByte(quote, "quote");
}

function asciiByte(character: string, what: string): number {
  const code = character.charCodeAt(0);
  if (character.length === 1 && code < 128 && code !== 10 && code !== 13) return code;
  throw new FormatError(`The ${what} must be one ASCII character, not "${character}".`);
}

/** `#` begins a comment where more than one line, the first among them, starts with it. */
function sniffComment(bytes: Uint8Array, from: number): number {
  const hash = 35;
  if (bytes[from] !== hash) return noByte;
  const lines = recordsOf(bytes, from, { ...plainDialect, delimiter: noByte, quote: noByte }, 2, true);
  return lines.length === 2 && bytes[lines[1]?.start ?? 0] === hash ? hash : noByte;
}

/** Nearly every cell but the first of each record begins with a blank. */
function blanksFollow(bytes: Uint8Array, records: readonly RecordSpan[]): boolean {
  let blanks = 0;
  let cells = 0;
  for (const record of records) {
    for (const cell of record.cells.slice(1)) {
      if (cell.start === cell.end) continue;
      cells++;
      if (bytes[cell.start] === space && !cell.quoted) blanks++;
    }
  }
  return cells > 0 && blanks >= 0.9 * cells;
}

/** Cells that may be numbers; none where no cell has a comma that could mean something in one. */
function* textsOf(bytes: Uint8Array, records: readonly RecordSpan[], quote: number): Generator<string> {
  const commas = records.some(({ cells }) => cells.some((cell) => bytes.subarray(cell.start, cell.end).includes(comma)));
  if (!commas) return;
  for (const { cells } of records) {
    for (const cell of cells) {
      if (cell.end - cell.start < longestNumber) yield cellText(bytes, cell, quote);
    }
  }
}

function chosenHeader(sample: Sample, header: CsvOptions["header"] = "auto"): HeaderGuess | null {
  if (header === "auto") return null;
  const lines = header === "none" ? 0 : Math.min(header, sample.records.length);
  return { preamble: 0, heads: Array.from({ length: lines }, (_, row) => row), first: lines, reason: chosen };
}

function rowsFrom(records: readonly RecordSpan[], first: number): number[] {
  return Array.from({ length: Math.max(0, records.length - first) }, (_, k) => first + k);
}

/** The last column that more than such a share of the rows fills, counted from 1. */
function filledIn(sample: Sample, rows: readonly number[], share: number): number {
  const counts: number[] = [];
  for (const row of rows) {
    sample.records[row]?.cells.forEach((cell, column) => {
      if (cell.end > cell.start) counts[column] = (counts[column] ?? 0) + 1;
    });
  }
  return counts.findLastIndex((count) => (count ?? 0) > share * rows.length) + 1;
}

/** Rows without the last ones of a single cell: footnotes, if the first column turns out to be one of numbers. */
function withoutFootnotes(records: readonly RecordSpan[], rows: readonly number[]): readonly number[] {
  return rows.slice(0, rows.findLastIndex((row) => records[row]?.cells.length !== 1) + 1);
}

function averages(
  rows: readonly RecordSpan[],
  width: number,
  left: number,
): { rowBytes: number; columnBytes: readonly number[] } {
  const count = Math.max(1, rows.length);
  const columnBytes = Array.from({ length: width }, (_, k) => {
    return rows.reduce((sum, { cells }) => sum + ((cells[k]?.end ?? 0) - (cells[k]?.start ?? 0)), 0) / count;
  });
  const bytes = (rows.at(-1)?.next ?? 0) - (rows[0]?.start ?? 0);
  return { rowBytes: rows.length > 0 && bytes > 0 ? bytes / count : Math.max(1, left), columnBytes };
}
