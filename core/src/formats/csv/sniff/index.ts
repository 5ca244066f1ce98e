import { FormatError } from "../../../errors.ts";
import { type LabelRules, labelRules } from "../../../table/label-kind.ts";
import type { RowRange } from "../../../table/row-range.ts";
import { comma, type Dialect, doubleQuote, noByte, plainDialect, space } from "../dialect.ts";
import { type CsvOptions, spaceRuns, usualMissing } from "../options.ts";
import type { Decision } from "../receipt.ts";
import { cellText, type RecordSpan, recordsOf } from "../records.ts";
import { asciiByte, optionalByte } from "./characters.ts";
import { averagesOf, judgeColumns, kindsOf } from "./columns.ts";
import { type DelimiterGuess, sniffDelimiter } from "./delimiter.ts";
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
  /** What columns of text are judged by. */
  readonly labelRules: LabelRules;
  /** The header as the file has it; empty without one. */
  readonly headings: readonly string[];
  readonly names: readonly ColumnName[];
  /** Columns that most rows have. */
  readonly usual: number;
  /** For each column: whether its cells in the sample are numbers or missing. */
  readonly numeric: readonly boolean[];
  /** For each column: whether the sample has a number in it. */
  readonly numbered: readonly boolean[];
  /** For each column: the line of the first cell that is no number, where most of them in the sample are; else null. */
  readonly brokenLines: readonly (number | null)[];
  /** The column that names the rows, where it was chosen. */
  readonly indexCol: string | null;
  /** For each column what is done with it: `skipColumn` where it is not read. */
  readonly kinds: Uint8Array;
  /** The rows that are read, where not all are. */
  readonly rowRange: RowRange | null;
  /** Where the first row starts: its byte, and its line from 1. */
  readonly dataStart: number;
  readonly dataLine: number;
  /** Bytes of a row, and of each column in it, on average. */
  readonly rowBytes: number;
  readonly columnBytes: readonly number[];
  /** The sample has quotes. */
  readonly quotes: boolean;
}

const sampledRecords = 1000;
const longestNumber = 40;
const chosen = "it was chosen";

/** @param from where text starts, behind a byte order mark @param whole the sample is the whole file */
export function sniff(bytes: Uint8Array, from: number, whole: boolean, options: CsvOptions): Sniffed {
  const missing = options.missing ?? usualMissing;
  const quote = optionalByte(options.quote, "quote") ?? doubleQuote;
  const comment = optionalByte(options.comment, "comment") ?? sniffComment(bytes, from);
  const guess = sniffDelimiter(bytes, from, quote, whole);
  const { delimiter, runs } = options.delimiter === undefined ? guess : chosenDelimiter(options.delimiter);
  const read = (dialect: Dialect): readonly RecordSpan[] => recordsOf(bytes, from, dialect, sampledRecords, whole);

  let dialect: Dialect = { ...plainDialect, delimiter, quote, comment, trimStart: runs };
  let records = read(dialect);
  if (records.length === 0) throw new FormatError(`${options.name ?? "The file"} holds no rows: it is blank lines only.`);
  if (!runs && blanksFollow(bytes, records)) {
    dialect = { ...dialect, trimStart: true };
    records = read(dialect);
  }
  const style = sniffNumberStyle(textsOf(bytes, records, dialect));
  const point = options.decimal === undefined ? style.point : asciiByte(options.decimal, "decimal point");
  const thousands = optionalByte(options.thousands, "thousands separator") ?? style.thousands;
  dialect = { ...dialect, point, thousands: thousands === point ? noByte : thousands, forms: options.numbers ?? [] };
  const sample = new Sample(bytes, records, dialect, missing);
  const header = chosenHeader(sample, options.header) ?? sniffHeader(sample);
  const rows = rowsFrom(records, header.first);
  const headings = headingsOf(sample, header.heads);
  const usual = Math.max(headings.length, headings.length === 0 ? sample.width : 0, filledIn(sample, rows, 0.5));
  const width = Math.max(usual, filledIn(sample, rows, 0));
  const typed = width > 1 ? withoutFootnotes(records, rows) : rows;
  const judged = judgeColumns(sample, typed, width, usual);
  const names = columnNames(headings, width, usual);
  const [first] = rows;
  const start = first === undefined ? (records.at(-1)?.next ?? bytes.length) : (records[first]?.start ?? bytes.length);
  return {
    // A row of numbers that are all missing is a row; among labels it is a blank line of a spreadsheet.
    dialect: { ...dialect, dropEmptyRows: width > 1 && judged.numeric.includes(false) },
    quote: {
      value: quote === noByte ? "none" : String.fromCharCode(quote),
      reason: options.quote === undefined ? "it is usual" : chosen,
    },
    delimiter: {
      value: runs ? spaceRuns : String.fromCharCode(delimiter),
      reason: options.delimiter === undefined ? guess.reason : chosen,
    },
    numberStyle: { value: point === comma ? "comma" : "point", reason: options.decimal === undefined ? style.reason : chosen },
    header: { value: header.heads.length, reason: header.reason },
    preambleLines: (records[header.preamble]?.line ?? 1) - 1,
    missing,
    labelRules: labelRules(missing, options.dates),
    headings,
    names,
    usual,
    ...judged,
    indexCol: options.indexCol ?? null,
    kinds: kindsOf(names, judged.numeric, options),
    rowRange: options.rows ?? null,
    dataStart: Math.min(start, bytes.length),
    dataLine: (first === undefined ? undefined : records[first]?.line) ?? 1,
    quotes: bytes.includes(quote),
    ...averagesOf(records.slice(header.first), width, bytes.length - start),
  };
}

function chosenDelimiter(text: string): Pick<DelimiterGuess, "delimiter" | "runs"> {
  if (text === spaceRuns) return { delimiter: space, runs: true };
  return { delimiter: asciiByte(text, "delimiter"), runs: false };
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
  if (!bytes.includes(space)) return false;
  let blanks = 0;
  let cells = 0;
  for (const record of records) {
    for (const [k, cell] of record.cells.entries()) {
      if (k === 0 || cell.start === cell.end) continue;
      cells++;
      if (bytes[cell.start] === space && !cell.quoted) blanks++;
    }
  }
  return cells > 0 && blanks >= 0.9 * cells;
}

/** Cells that may be numbers; none where no cell has a comma that could mean something in one. */
function* textsOf(bytes: Uint8Array, records: readonly RecordSpan[], { delimiter, quote }: Dialect): Generator<string> {
  // Where the comma parts cells and nothing is quoted, none is in a cell.
  if (!bytes.includes(comma) || (delimiter === comma && !bytes.includes(quote))) return;
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
