import { rowsWithin } from "../../table/row-range.ts";
import { type ByteSource, partOf } from "../byte-source.ts";
import { Holdings } from "./holdings.ts";
import { KernelScanner } from "./kernel-scanner.ts";
import type { CsvOptions } from "./options.ts";
import { planScan } from "./plan.ts";
import { cutRecords } from "./record-cutter.ts";
import { recordsOf } from "./records.ts";
import { type Scanner, skipColumn } from "./scanner.ts";
import { countColumns } from "./sniff/column-counts.ts";
import { averagesOf, judgeColumns, kindsOf } from "./sniff/columns.ts";
import type { Sniffed } from "./sniff/index.ts";
import { Sample } from "./sniff/sample.ts";
import type { Task } from "./task.ts";
import { scanSource } from "./windows.ts";

/** A part of a file that is read as if it were the whole. */
export interface FilePart {
  readonly source: ByteSource;
  readonly sniffed: Sniffed;
}

/** Where a row begins. */
interface RowPlace {
  readonly row: number;
  /** From 1. */
  readonly line: number;
  readonly position: number;
}

/** What the columns are judged by. */
const sampleBytes = 1 << 18;
const sampledRows = 1000;

/** Bytes between two places that are remembered on the way: within so many a row is looked for record by record. */
const stride = 1 << 17;

/**
 * The rows that options choose, alone; all, where they choose none. What stands before them is passed over without looking at a cell, and nothing behind them is read.
 * A file that ends before gives what it has.
 */
export async function rowPart(source: ByteSource, sniffed: Sniffed, options: CsvOptions, task: Task): Promise<FilePart> {
  const first = { row: 0, line: sniffed.dataLine, position: sniffed.dataStart };
  const { rows } = options;
  if (rows === undefined) return { source, sniffed };
  const range = rowsWithin(rows, Number.MAX_SAFE_INTEGER);
  const start = range.start === 0 ? first : await seekRow(source, sniffed, first, range.start, task);
  const stop = rows.stop === null ? null : await seekRow(source, sniffed, start, range.stop - start.row, task);
  const part = partOf(source, stop?.position ?? source.size);
  return { source: part, sniffed: { ...sniffed, ...(await judgeAt(part, sniffed, start, options)) } };
}

/** What the rows from a place on say about the columns. */
async function judgeAt(
  part: ByteSource,
  sniffed: Sniffed,
  { position, line }: RowPlace,
  options: CsvOptions,
): Promise<Partial<Sniffed>> {
  const bytes = await part.read(position, Math.min(part.size, position + sampleBytes));
  const whole = position + bytes.length === part.size;
  const records = cutRecords(bytes, 0, sniffed.dialect, sampledRows, whole);
  const { names, usual, missing, dialect } = sniffed;
  const sample = new Sample(bytes, records, dialect, missing);
  const counts = countColumns(sample, 0, records.count);
  const judged = judgeColumns(counts, names.length, usual);
  const kinds = kindsOf(names, judged.numeric, options);
  const numbered = judged.numbered.map((found, k) => found | (sniffed.numbered[k] as number));
  return {
    dataStart: position,
    dataLine: line,
    longRow: null,
    ...judged,
    numbered,
    kinds,
    ...averagesOf(sample, 0, counts, kinds, part.size - position),
  };
}

/** The place of the row that is so many behind `from`; the file's end where it has fewer. */
async function seekRow(source: ByteSource, sniffed: Sniffed, from: RowPlace, rows: number, task: Task): Promise<RowPlace> {
  const holdings = new Holdings();
  try {
    const kinds = new Uint8Array(sniffed.names.length).fill(skipColumn);
    const plan = planScan(sniffed, kinds, source.size - from.position, holdings);
    const seeker = new RowSeeker(new KernelScanner(plan, from.line, plan.window), { ...from, row: 0 }, rows);
    try {
      await scanSource(source, from.position, sniffed.dialect, seeker, task);
    } catch (error) {
      if (!(error instanceof RowPassed)) throw error;
      const { before } = error;
      const bytes = await source.read(before.position, error.end);
      const record = recordsOf(bytes, 0, sniffed.dialect, rows - before.row + 1, true)[rows - before.row];
      const position = before.position + (record?.start ?? bytes.length);
      return { row: from.row + rows, line: before.line + (record?.line ?? 1) - 1, position };
    }
    return { row: from.row + seeker.tally.row, line: seeker.tally.line, position: source.size };
  } finally {
    holdings.release();
  }
}

/** Thrown to end a scan: the row that is looked for is between a place and a position. */
class RowPassed extends Error {
  readonly before: RowPlace;
  readonly end: number;

  constructor(before: RowPlace, end: number) {
    super("The row was passed.");
    this.before = before;
    this.end = end;
  }
}

/** Scans until a row was passed, in short stretches whose starts it remembers. */
class RowSeeker implements Scanner {
  readonly #scanner: KernelScanner;
  readonly #wanted: number;
  #before: RowPlace;

  constructor(scanner: KernelScanner, start: RowPlace, wanted: number) {
    this.#scanner = scanner;
    this.#before = start;
    this.#wanted = wanted;
  }

  get tally(): KernelScanner["tally"] {
    return this.#scanner.tally;
  }

  scan(bytes: Uint8Array, start: number, end: number, position: number, final: boolean): number {
    for (let at = start, stop = at; ; ) {
      stop = Math.min(end, Math.max(stop, at) + stride);
      const next = this.#scanner.scan(bytes, at, stop, position, final && stop === end);
      const { row, line } = this.tally;
      if (row > this.#wanted) throw new RowPassed(this.#before, position + next);
      this.#before = { row, line, position: position + next };
      if (stop === end) return next;
      at = next;
    }
  }

  takeQuoteAsText(position: number): void {
    this.#scanner.takeQuoteAsText(position);
  }
}
