import { FormatError } from "../../../errors.ts";
import { CellReader } from "../cell.ts";
import { type Dialect, doubleQuote } from "../dialect.ts";
import type { CsvOptions } from "../options.ts";
import { usualMissing } from "../options.ts";
import type { Decision } from "../receipt.ts";
import { sniffDelimiter } from "./delimiter.ts";
import { sniffHeader } from "./header.ts";
import { type SampleRecord, sampleRecords } from "./records.ts";

/** What a sample of a UTF-8 file says about the whole. */
export interface Sniffed {
  readonly dialect: Dialect;
  readonly delimiter: Decision<string>;
  readonly header: Decision<number>;
  readonly missing: readonly string[];
  readonly names: readonly string[];
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

/** @param from where text starts, behind a byte order mark @param whole the sample is the whole file */
export function sniff(sample: Uint8Array, from: number, whole: boolean, options: CsvOptions): Sniffed {
  const missing = options.missing ?? usualMissing;
  const guess = sniffDelimiter(sample, from, whole);
  const delimiter = options.delimiter === undefined ? guess.delimiter : delimiterByte(options.delimiter);
  const dialect: Dialect = { delimiter, quote: doubleQuote };
  const reason = options.delimiter === undefined ? guess.reason : "it was chosen";
  const records = sampleRecords(sample, from, dialect, sampledRecords, whole);
  if (records.length === 0) throw new FormatError(`${options.name ?? "The file"} holds no rows: it is blank lines only.`);
  const header = decideHeader(sample, records, missing, options.header);
  const rows = records.slice(header.value);
  const heads = header.value > 0 ? records[header.value - 1] : undefined;
  const width = Math.max(heads?.cells.length ?? 0, usualWidth(rows));
  const last = rows.at(-1);
  const first = rows[0];
  const columnBytes = Array.from({ length: width }, (_, k) => {
    return rows.reduce((sum, { cells }) => sum + ((cells[k]?.end ?? 0) - (cells[k]?.start ?? 0)), 0) / Math.max(1, rows.length);
  });
  const spread =
    first !== undefined && last !== undefined && rows.length > 1 ? (last.start - first.start) / (rows.length - 1) : 0;
  return {
    dialect,
    delimiter: { value: String.fromCharCode(delimiter), reason },
    header,
    missing,
    names: columnNames(sample, heads, width),
    numeric: columnBytes.map((_, k) => isNumeric(sample, rows, k, missing)),
    dataStart: first?.start ?? sample.length,
    dataLine: first?.line ?? 1,
    rowBytes: spread > 0 ? spread : Math.max(1, sample.length - (first?.start ?? 0)),
    columnBytes,
  };
}

function delimiterByte(delimiter: string): number {
  const code = delimiter.charCodeAt(0);
  if (delimiter.length !== 1 || code > 127)
    throw new FormatError(`The delimiter must be one ASCII character, not "${delimiter}".`);
  return code;
}

function decideHeader(
  sample: Uint8Array,
  records: readonly SampleRecord[],
  missing: readonly string[],
  chosen: CsvOptions["header"] = "auto",
): Decision<number> {
  if (chosen === "none") return { value: 0, reason: "it was chosen" };
  if (chosen !== "auto") return { value: Math.min(chosen, records.length), reason: "it was chosen" };
  const { lines, reason } = sniffHeader(sample, records, missing);
  return { value: lines, reason };
}

/** The number of cells that most rows have. */
function usualWidth(rows: readonly SampleRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let usual = 0;
  for (const [width, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = width;
  return usual;
}

function isNumeric(sample: Uint8Array, rows: readonly SampleRecord[], column: number, missing: readonly string[]): boolean {
  const reader = new CellReader(missing);
  return rows.every(({ cells }) => {
    const cell = cells[column];
    return cell === undefined || reader.read(sample, cell.start, cell.end) !== "other";
  });
}

/** Names from the header; where it has none, `col_0`, `col_1`, …; a name that comes again gets a number. */
function columnNames(sample: Uint8Array, heads: SampleRecord | undefined, width: number): string[] {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, column) => {
    const cell = heads?.cells[column];
    let text = cell === undefined ? "" : decoder.decode(sample.slice(cell.start, cell.end)).trim();
    if (cell?.quoted) text = text.replaceAll('""', '"');
    const base = text === "" ? `col_${column}` : text;
    let name = base;
    for (let again = 2; taken.has(name); again++) name = `${base}_${again}`;
    taken.add(name);
    return name;
  });
}
