import { FormatError } from "../../../errors.ts";
import { type LabelRules, labelRules } from "../../../table/label-kind.ts";
import type { RowRange } from "../../../table/row-range.ts";
import type { CutRecords } from "../cut-records.ts";
import { comma, type Dialect, doubleQuote, noByte, plainDialect, space } from "../dialect.ts";
import { type CsvOptions, spaceRuns, usualMissing } from "../options.ts";
import type { Decision } from "../receipt.ts";
import { asciiByte, optionalByte } from "./characters.ts";
import { chosen, chosenDelimiter, chosenHeader, refuseQuote } from "./chosen.ts";
import { countColumns, filledColumns } from "./column-counts.ts";
import { ColumnNames } from "./column-names.ts";
import { averagesOf, judgeColumns, kindsOf } from "./columns.ts";
import { marksColumn, namesInComment, sniffComment } from "./comment.ts";
import { Cutter, type SampleEnd, sampledRecords } from "./cutter.ts";
import { sniffDelimiter } from "./delimiter.ts";
import { sniffHeader } from "./header.ts";
import { Headings } from "./headings.ts";
import { sniffNumberStyle } from "./number-style.ts";
import { numberTexts, pointedTexts } from "./number-texts.ts";
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
  readonly names: ColumnNames;
  /** Columns that most rows have. */
  readonly usual: number;
  /** The first row of the sample that has more, where one has: its line, and its cells. */
  readonly longRow: LongRow | null;
  /** For each column 1 where its cells in the sample are numbers or missing. */
  readonly numeric: Uint8Array;
  /** For each column 1 where the sample has a number in it. */
  readonly numbered: Uint8Array;
  /** For each column the line of the first cell that is no number, where most of them in the sample are; else 0. */
  readonly brokenLines: Float64Array;
  /** The column that names the rows, where it was chosen. */
  readonly indexCol: string | null;
  /** For each column what is done with it: `skipColumn` where it is not read. */
  readonly kinds: Uint8Array;
  /** The rows that are read, where not all are. */
  readonly rowRange: RowRange | null;
  /** Where the first row starts: its byte, and its line from 1. */
  readonly dataStart: number;
  readonly dataLine: number;
  /** Bytes of a row, and of each column of text in it, on average. */
  readonly rowBytes: number;
  readonly columnBytes: Float64Array;
  /** The sample has quotes. */
  readonly quotes: boolean;
  /** The sample has only the first cells of its last row: the others are taken to be like them. */
  readonly isCut: boolean;
}

export interface LongRow {
  readonly line: number;
  readonly cells: number;
}

/** @param characters `charactersOf(bytes)` @param from where text starts, behind a byte order mark */
export function sniff(bytes: Uint8Array, characters: string, from: number, end: SampleEnd, options: CsvOptions): Sniffed {
  const cutter = new Cutter(bytes, from, end);
  try {
    return sniffCut(bytes, characters, from, cutter, options);
  } finally {
    cutter.release();
  }
}

function sniffCut(bytes: Uint8Array, characters: string, from: number, cutter: Cutter, options: CsvOptions): Sniffed {
  const missing = options.missing ?? usualMissing;
  const quote = optionalByte(options.quote, "quote") ?? doubleQuote;
  const comment = optionalByte(options.comment, "comment") ?? sniffComment(bytes, from);
  const quotes = quote !== noByte && characters.includes(String.fromCharCode(quote));
  const guess = sniffDelimiter(characters, { quote, comment }, cutter);
  const { delimiter, runs } = options.delimiter === undefined ? guess : chosenDelimiter(options.delimiter);
  refuseQuote(quote, delimiter);
  let dialect: Dialect = { ...plainDialect, delimiter, quote, comment, trimStart: runs };
  let records = cutter.cut(dialect, sampledRecords);
  if (records.count === 0) throw new FormatError(`${options.name ?? "The file"} holds no rows: it is blank lines only.`);
  if (!runs && characters.includes(" ") && blanksFollow(bytes, records)) {
    dialect = { ...dialect, trimStart: true };
    records = cutter.cut(dialect, sampledRecords);
  }
  const commas = characters.includes(",") ? numberTexts(bytes, records, dialect, quotes) : [];
  const style = sniffNumberStyle(commas, () => pointedTexts(bytes, records, dialect));
  const point = options.decimal === undefined ? style.point : asciiByte(options.decimal, "decimal point");
  const thousands = optionalByte(options.thousands, "thousands separator") ?? style.thousands;
  dialect = { ...dialect, point, thousands: thousands === point ? noByte : thousands, forms: options.numbers ?? [] };
  // The last cut, whose records are looked at from here on.
  records = cutter.cut(dialect, sampledRecords);
  const sample = new Sample(bytes, records, dialect, missing, characters);
  const header = chosenHeader(sample, options.header) ?? sniffHeader(sample);
  const { first } = header;
  const isBare = header.heads.length === 0 && first === 0 && options.header === undefined && comment !== noByte;
  const commented = isBare ? namesInComment(bytes, from, records, dialect, sample.width) : null;
  if (isBare && commented === null && options.comment === undefined) {
    const isName = marksColumn(bytes, from, records, dialect, sample.width);
    if (isName) return sniffCut(bytes, characters, from, cutter, { ...options, comment: "none" });
  }
  const headings =
    commented === null ? new Headings(sample, header.heads) : new Headings({ bytes, records: commented, dialect }, [0]);
  const counts = countColumns(sample, first, beforeFootnotes(records, first));
  const usual = Math.max(headings.length, headings.length === 0 ? sample.width : 0, filledColumns(counts, 0.5));
  const width = Math.max(usual, filledColumns(counts, 0));
  // A row of one cell is a footnote where others have several.
  const judged = judgeColumns(width > 1 ? counts : countColumns(sample, first, records.count), width, usual);
  const names = new ColumnNames(headings, width, usual);
  const kinds = kindsOf(names, judged.numeric, options);
  const isEmpty = first >= records.count;
  const start = isEmpty ? records.next(records.count - 1) : records.start(first);
  return {
    // A row of numbers that are all missing is a row; among labels it is a blank line of a spreadsheet.
    dialect: { ...dialect, dropEmptyRows: width > 1 && judged.numeric.includes(0) },
    quote: {
      value: quote === noByte ? "none" : String.fromCharCode(quote),
      reason: options.quote === undefined ? "it is usual" : chosen,
    },
    delimiter: {
      value: runs ? spaceRuns : String.fromCharCode(delimiter),
      reason: options.delimiter === undefined ? guess.reason : chosen,
    },
    numberStyle: { value: point === comma ? "comma" : "point", reason: options.decimal === undefined ? style.reason : chosen },
    header:
      commented === null
        ? { value: header.heads.length, reason: header.reason }
        : { value: 1, reason: "the line of comment above the numbers has a word for each column" },
    preambleLines: header.preamble < records.count ? records.line(header.preamble) - (commented === null ? 1 : 2) : 0,
    missing,
    labelRules: labelRules(missing, options.dates),
    get headings(): readonly string[] {
      return headings.all;
    },
    names,
    usual,
    longRow: width > usual ? longRowOf(records, first, usual) : null,
    ...judged,
    indexCol: options.indexCol ?? null,
    kinds,
    rowRange: options.rows ?? null,
    dataStart: Math.min(start, bytes.length),
    dataLine: isEmpty ? 1 : records.line(first),
    quotes,
    isCut: records.whole < records.count,
    ...averagesOf(sample, first, counts, kinds, bytes.length - start),
  };
}

/** The first row that fills a cell behind the usual ones. */
function longRowOf(records: CutRecords, first: number, usual: number): LongRow | null {
  for (let row = first; row < records.count; row++) {
    const cells = records.width(row);
    for (let column = usual; column < cells; column++) {
      const cell = records.firstCell(row) + column;
      if (records.cellEnd(cell) > records.cellStart(cell)) return { line: records.line(row), cells };
    }
  }
  return null;
}

/** Nearly every cell but the first of each record begins with a blank. */
function blanksFollow(bytes: Uint8Array, records: CutRecords): boolean {
  let blanks = 0;
  let filled = 0;
  for (let row = 0; row < records.count; row++) {
    const behind = records.firstCell(row + 1);
    for (let cell = records.firstCell(row) + 1; cell < behind; cell++) {
      const start = records.cellStart(cell);
      if (start === records.cellEnd(cell)) continue;
      filled++;
      if (bytes[start] === space && !records.isQuoted(cell)) blanks++;
    }
  }
  return filled > 0 && blanks >= 0.9 * filled;
}

/** The rows' end without the last ones of a single cell: footnotes, if the first column turns out to be one of numbers. */
function beforeFootnotes(records: CutRecords, first: number): number {
  let end = records.count;
  while (end > first && records.width(end - 1) === 1) end--;
  return end;
}
