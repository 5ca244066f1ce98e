import { FormatError } from "../../../errors.ts";
import type { Table } from "../../../table/table.ts";
import type { ByteSource } from "../../byte-source.ts";
import { readSpan } from "../../read-span.ts";
import type { Dialect } from "../dialect.ts";
import { cellText, type RecordSpan, recordsOf } from "../records.ts";
import { offsetStep } from "../scanner.ts";
import { fieldText } from "./field.ts";

/** Cells of a file and the texts that they get, by row and then by column, from 0. The column is the file's. */
export interface NewCells {
  readonly count: number;
  row(k: number): number;
  column(k: number): number;
  text(k: number): string;
  /** Hears what a cell has before. */
  replaced(k: number, text: string): void;
}

/** A part of a file's text that is replaced by another. Positions count bytes of the text as UTF-8. */
export interface TextPatch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** So much of the file is read at a time where many cells are new, in bytes. */
const SPAN = 1 << 20;
/** So many cells are cut at a time. */
const TOGETHER = 4096;

/**
 * What has to be replaced in a file's text so that some cells have other texts, some rows at a time, in order and apart from each
 * other. Everything else stays as it is, byte for byte.
 *
 * Rows are found again from the nearest row offset.
 *
 * @throws {FormatError} the file does not have as many rows as were read there: it is not the one that was read.
 * @throws {ValueError} the file has no way to write a text.
 * @throws {RangeError} a row is not in the table.
 */
export async function* patchesOf(table: Table, text: ByteSource, cells: NewCells): AsyncGenerator<TextPatch[]> {
  if (cells.count > 0 && !(cells.row(0) >= 0 && cells.row(cells.count - 1) < table.rowCount))
    throw new RangeError(`There is no such row in a table of ${table.rowCount} rows.`);
  const startOf = (chunk: number): number => table.rowOffsets[chunk] ?? (chunk === 0 ? 0 : text.size);
  for (let next = 0; next < cells.count; ) {
    const chunks = chunksFrom(cells, next, startOf);
    const start = startOf(chunks[0] as number);
    const bytes = await readSpan(text, start, startOf((chunks.at(-1) as number) + 1));
    const patches: TextPatch[] = [];
    for (const chunk of chunks) {
      const from = startOf(chunk) - start;
      next = addPatches(
        patches,
        { table, cells, next, chunk, name: text.name },
        bytes.subarray(from, startOf(chunk + 1) - start),
        from + start,
      );
    }
    yield patches;
  }
}

/** The pieces between row offsets that hold the next cells, as many as are read at a time. */
function chunksFrom(cells: NewCells, next: number, startOf: (chunk: number) => number): number[] {
  const chunks: number[] = [];
  for (let k = next; k < cells.count; ) {
    const chunk = Math.floor(cells.row(k) / offsetStep);
    if (chunks.length > 0 && startOf(chunk + 1) - startOf(chunks[0] as number) > SPAN) break;
    chunks.push(chunk);
    while (k < cells.count && cells.row(k) < (chunk + 1) * offsetStep) k++;
  }
  return chunks;
}

/** The piece of a table from a row offset on, and the first of its cells that is new. */
interface Piece {
  readonly table: Table;
  readonly cells: NewCells;
  readonly next: number;
  readonly chunk: number;
  readonly name: string;
}

/** @param start where the bytes stand in the text. @returns the first new cell behind them. */
function addPatches(
  patches: TextPatch[],
  { table, cells, next, chunk, name }: Piece,
  bytes: Uint8Array,
  start: number,
): number {
  let from = next;
  let row = chunk * offsetStep;
  for (const record of recordsIn(bytes, table.dialect, table.columns.length)) {
    const first = from;
    while (from < cells.count && cells.row(from) === row) from++;
    if (from > first) addRow(patches, record, { cells, first, behind: from, bytes, start }, table.dialect);
    row++;
  }
  checkRows(table, name, chunk, row);
  return from;
}

/** A few thousand cells at a time: those of all rows of a wide table together would fill the memory. */
function* recordsIn(bytes: Uint8Array, dialect: Dialect, columns: number): Generator<RecordSpan> {
  const limit = Math.max(1, Math.min(offsetStep, Math.floor(TOGETHER / columns)));
  for (let at = 0; ; ) {
    const records = recordsOf(bytes, at, dialect, limit, true);
    yield* records;
    const last = records.at(-1);
    if (last === undefined) return;
    at = last.next;
  }
}

/** @param behind the row behind the last that was found from the row offset of the chunk on */
function checkRows({ rowCount }: Table, name: string, chunk: number, behind: number): void {
  const expected = Math.min(rowCount, (chunk + 1) * offsetStep);
  // Of a file that was read in part there are more rows behind the last.
  if (behind === expected || (behind > expected && expected === rowCount)) return;
  const where = `rows ${chunk * offsetStep} to ${expected - 1}`;
  throw new FormatError(`${name} is not as it was when it was opened: ${where} are others. Nothing was written.`);
}

/** The new cells of one row. */
interface NewRow {
  readonly cells: NewCells;
  readonly first: number;
  readonly behind: number;
  readonly bytes: Uint8Array;
  /** Where the bytes stand in the text. */
  readonly start: number;
}

function addRow(patches: TextPatch[], record: RecordSpan, row: NewRow, dialect: Dialect): void {
  const { cells: spans } = record;
  const { cells, first, behind, bytes, start } = row;
  const given = new Map<number, string>();
  for (let k = first; k < behind; k++) {
    cells.replaced(k, cellText(bytes, spans[cells.column(k)], dialect.quote));
    given.set(cells.column(k), cells.text(k));
  }
  const isEmpty = (column: number): boolean => {
    const span = spans[column];
    return (given.get(column) ?? (span === undefined || (span.start === span.end && !span.quoted) ? "" : "full")) === "";
  };
  const width = Math.max(spans.length, cells.column(behind - 1) + 1);
  const canBeLost = width === 1 || dialect.dropEmptyRows;
  const firstColumn = cells.column(first);
  const isLost = canBeLost && Array.from({ length: width }, (_, column) => column).every(isEmpty);
  const field = (column: number, wasQuoted: boolean): string => {
    const place = { wasQuoted, isFirst: column === 0, holdsRow: isLost && column === firstColumn };
    return fieldText(given.get(column) ?? "", dialect, place);
  };
  for (const column of given.keys()) {
    const span = spans[column];
    if (span === undefined) break;
    const edge = span.quoted ? 1 : 0;
    patches.push({ start: start + span.start - edge, end: start + span.end + edge, text: field(column, span.quoted) });
  }
  if (width === spans.length) return;
  // The row has fewer cells than its table: those up to the last one that is written are added.
  const last = spans.at(-1);
  const end = start + (last === undefined ? record.start : last.end + (last.quoted ? 1 : 0));
  const delimiter = String.fromCharCode(dialect.delimiter);
  let added = "";
  for (let column = spans.length; column < width; column++) added += delimiter + field(column, false);
  const before = patches.at(-1);
  if (before?.end !== end || before.start === end) patches.push({ start: end, end, text: added });
  else patches[patches.length - 1] = { ...before, text: before.text + added };
}
