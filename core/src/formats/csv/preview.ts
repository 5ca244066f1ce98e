import type { ByteSource } from "../byte-source.ts";
import { CellReader } from "./cell.ts";
import type { CsvOptions } from "./options.ts";
import type { Decision } from "./receipt.ts";
import { cellText, type RecordSpan, recordsOf } from "./records.ts";
import { type FileSample, sampleOf } from "./sample-of.ts";
import { openSource } from "./source.ts";
import { Task } from "./task.ts";

/** A person looks at no more. */
const shownRows = 200;
/** Bytes of a file in another encoding that are decoded: more than a sample in any of them. */
const decodedBytes = 1 << 20;

/** What a file's start says about it, before it is read. */
export interface CsvPreview {
  readonly encoding: Decision<string>;
  /** The character. */
  readonly delimiter: Decision<string>;
  /** The character, or "none". */
  readonly quote: Decision<string>;
  readonly numberStyle: Decision<"point" | "comma">;
  /** The number of header lines. */
  readonly header: Decision<number>;
  /** Lines before the header that belong to no table. */
  readonly preambleLines: number;
  readonly missing: readonly string[];
  readonly columns: readonly PreviewColumn[];
  /** The first rows, 200 at most, as their cells' own text without quotes; each has a cell for every column. */
  readonly rows: readonly (readonly string[])[];
  /** `rows` are all that the file has. */
  readonly whole: boolean;
  /** Rows of the file: counted where `whole`, else estimated from the sample. */
  readonly rowCount: number;
}

/** A column as the sample has it: a later row may show that it is another. */
export interface PreviewColumn {
  readonly name: string;
  /** What the file's header has; empty where it has nothing. */
  readonly heading: string;
  readonly dtype: "int64" | "float64" | "text";
}

/**
 * What `readCsv` would decide about a file, with the same options, and the file's first rows. Reads the file's start alone, and
 * holds nothing.
 *
 * @throws {FormatError} the file is empty, or is no text.
 * @throws {ValueError} the encoding that was chosen is not known.
 */
export async function previewCsv(source: Uint8Array | ByteSource, options: CsvOptions = {}): Promise<CsvPreview> {
  const task = new Task(options.control);
  const opened = await openSource(source, options, task);
  const sample = await sampleOf(opened, { ...options, name: opened.name }, { wholeRows: true }, task, decodedBytes);
  const { bytes, guess, sniffed, text } = sample;
  const records = recordsOf(bytes, sniffed.dataStart, sniffed.dialect, Infinity, sample.whole);
  const shown = records.slice(0, shownRows);
  const known = sample.whole && opened.size <= decodedBytes;
  const share = text === opened ? 1 : opened.size / Math.min(opened.size, decodedBytes);
  const estimate = Math.max(records.length, Math.round((text.size * share - sniffed.dataStart) / sniffed.rowBytes));
  return {
    encoding: { value: guess.encoding, reason: guess.reason },
    delimiter: sniffed.delimiter,
    quote: sniffed.quote,
    numberStyle: sniffed.numberStyle,
    header: sniffed.header,
    preambleLines: sniffed.preambleLines,
    missing: sniffed.missing,
    columns: columnsOf(sample, shown),
    rows: shown.map(({ cells }) => sniffed.names.map((_, k) => cellText(bytes, cells[k], sniffed.dialect.quote))),
    whole: known && shown.length === records.length,
    rowCount: known ? records.length : estimate,
  };
}

function columnsOf({ bytes, sniffed }: FileSample, shown: readonly RecordSpan[]): PreviewColumn[] {
  const reader = new CellReader(sniffed.missing, sniffed.dialect);
  return sniffed.names.map(({ name, heading }, column) => {
    let numbers = 0;
    let whole = true;
    for (const { cells } of sniffed.numeric[column] ? shown : []) {
      const cell = cells[column];
      const isNumber = cell !== undefined && reader.read(bytes, cell.start, cell.end) === "number";
      if (isNumber) numbers++;
      whole = whole && isNumber && reader.whole;
    }
    return { name, heading, dtype: numbers === 0 ? "text" : whole ? "int64" : "float64" };
  });
}
