import { FormatError } from "../../../errors.ts";
import type { Table } from "../../../table/table.ts";
import type { ByteSource } from "../../byte-source.ts";
import { readSpan } from "../../read-span.ts";
import type { Dialect } from "../dialect.ts";
import { cellText, type RecordSpan, recordsOf } from "../records.ts";
import { offsetStep } from "../scanner.ts";
import type { Task } from "../task.ts";
import { fieldText } from "./field.ts";

/** A cell of a file, and the text that it gets. The column is the file's, from 0. */
export interface NewCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A part of a file's text that is replaced by another. Positions count bytes of the text as UTF-8. */
export interface TextPatch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The parts of the text to replace, in order and apart from each other, and what the cells had before. */
export interface Patches {
  readonly patches: readonly TextPatch[];
  /** In the order of the cells given. */
  readonly replaced: readonly string[];
}

/**
 * What has to be replaced in a file's text so that some cells have other texts. Everything else stays as it is, byte for byte.
 *
 * Rows are found again from the nearest row offset; where the file does not have as many as were read there, nothing is written.
 *
 * @throws {FormatError} the file is not the one that was read.
 * @throws {ValueError} the file has no way to write a text.
 * @throws {RangeError} a row is not in the table.
 */
export async function patchesOf(table: Table, text: ByteSource, cells: readonly NewCell[], task: Task): Promise<Patches> {
  const places = cells.map((cell, k): Placed => ({ ...cell, k })).sort((p, q) => p.row - q.row || p.column - q.column);
  const replaced = cells.map(() => "");
  const patches: TextPatch[] = [];
  const isOutside = places.some(({ row }) => !(row >= 0 && row < table.rowCount));
  if (isOutside) throw new RangeError(`There is no such row in a table of ${table.rowCount} rows.`);
  for (let from = 0; from < places.length; ) {
    const chunk = Math.floor((places[from] as Placed).row / offsetStep);
    const start = table.rowOffsets[chunk] ?? 0;
    const bytes = await readSpan(text, start, table.rowOffsets[chunk + 1] ?? text.size);
    let row = chunk * offsetStep;
    for (const record of recordsIn(bytes, table.dialect)) {
      const inRow: Placed[] = [];
      for (let cell = places[from]; cell?.row === row; cell = places[++from]) inRow.push(cell);
      for (const { k, column } of inRow) replaced[k] = cellText(bytes, record.cells[column], table.dialect.quote);
      for (const patch of patchesOfRow(record, inRow, table.dialect)) {
        patches.push({ ...patch, start: start + patch.start, end: start + patch.end });
      }
      row++;
    }
    checkRows(table, text.name, chunk, row);
    await task.step(from, places.length);
  }
  return { patches, replaced };
}

interface Placed extends NewCell {
  /** Which of the cells given. */
  readonly k: number;
}

/** One at a time: the cells of all rows of a wide table together would fill the memory. */
function* recordsIn(bytes: Uint8Array, dialect: Dialect): Generator<RecordSpan> {
  for (let at = 0; ; ) {
    const [record] = recordsOf(bytes, at, dialect, 1, true);
    if (record === undefined) return;
    yield record;
    at = record.next;
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

/** The cells are of one row and in order. */
function patchesOfRow({ cells: spans, start }: RecordSpan, cells: readonly NewCell[], dialect: Dialect): TextPatch[] {
  if (cells.length === 0) return [];
  const given = new Map(cells.map(({ column, text }) => [column, text]));
  const isEmpty = (column: number): boolean => {
    const span = spans[column];
    return (given.get(column) ?? (span === undefined || (span.start === span.end && !span.quoted) ? "" : "full")) === "";
  };
  const width = Math.max(spans.length, (cells.at(-1)?.column ?? 0) + 1);
  const canBeLost = width === 1 || dialect.dropEmptyRows;
  const first = cells[0]?.column ?? 0;
  const isLost = canBeLost && Array.from({ length: width }, (_, column) => column).every(isEmpty);
  const field = (column: number, wasQuoted: boolean): string => {
    const place = { wasQuoted, isFirst: column === 0, holdsRow: isLost && column === first };
    return fieldText(given.get(column) ?? "", dialect, place);
  };
  const patches: TextPatch[] = [];
  for (const { column } of cells) {
    const span = spans[column];
    if (span === undefined) break;
    const edge = span.quoted ? 1 : 0;
    patches.push({ start: span.start - edge, end: span.end + edge, text: field(column, span.quoted) });
  }
  if (width === spans.length) return patches;
  // The row has fewer cells than its table: those up to the last one that is written are added.
  const last = spans.at(-1);
  const end = last === undefined ? start : last.end + (last.quoted ? 1 : 0);
  const delimiter = String.fromCharCode(dialect.delimiter);
  let added = "";
  for (let column = spans.length; column < width; column++) added += delimiter + field(column, false);
  const before = patches.at(-1);
  if (before?.end !== end || before.start === end) return [...patches, { start: end, end, text: added }];
  return [...patches.slice(0, -1), { ...before, text: before.text + added }];
}
