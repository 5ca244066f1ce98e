import { valueText } from "../../../export/value-text.ts";
import type { Column } from "../../../table/column.ts";
import { numberCells } from "../../../table/number-cells.ts";
import type { Table } from "../../../table/table.ts";
import type { ByteSource } from "../../byte-source.ts";
import { readSpan } from "../../read-span.ts";
import { cutRows } from "../cut-rows.ts";
import { offsetStep } from "../scanner.ts";
import type { Task } from "../task.ts";

/** A table, and the text that its row offsets count in; null where its cells are no text. */
export interface WrittenTable {
  readonly table: Table;
  readonly text: ByteSource | null;
}

/** The text that a person gave a cell; undefined: none. The column is the file's. */
export type EditedText = (row: number, column: number) => string | undefined;

/**
 * The cells as the file has them, or as they were edited, up to 256 rows at a time; where the file's cells are no text, numbers
 * that are exact with as many digits as tell them. A cell that a row lacks is empty.
 */
export async function* tableRows(written: WrittenTable, edited: EditedText | null, task: Task): AsyncGenerator<string[][]> {
  const { table, text } = written;
  const cells = text === null ? table.columns.map((column) => typedCell(table, column)) : [];
  for (let row = 0; row < table.rowCount; ) {
    const next = Math.min(table.rowCount, row + offsetStep);
    const rows = text === null ? typedRows(cells, row, next) : await fileRows(table, text, row, next);
    yield edited === null ? rows : withEdits(rows, row, table, edited);
    row = next;
    await task.step(row, table.rowCount);
  }
}

function withEdits(rows: readonly string[][], first: number, { columns }: Table, edited: EditedText): string[][] {
  return rows.map((texts, k) => texts.map((cell, at) => edited(first + k, columns[at]?.index ?? at) ?? cell));
}

async function fileRows(table: Table, text: ByteSource, row: number, next: number): Promise<string[][]> {
  const chunk = row / offsetStep;
  const bytes = await readSpan(text, table.rowOffsets[chunk] ?? 0, table.rowOffsets[chunk + 1] ?? text.size);
  const rows = cutRows(bytes, table.dialect, 0, next - row, true);
  return rows.map((cells) => table.columns.map(({ index }) => cells[index] ?? ""));
}

function typedRows(cells: readonly ((row: number) => string)[], row: number, next: number): string[][] {
  return Array.from({ length: next - row }, (_, k) => cells.map((cell) => cell(row + k)));
}

/** The text of a column's cells by what was read: the empty text for a missing number. */
function typedCell(table: Table, column: Column): (row: number) => string {
  if (column.kind === "label") return (row) => column.text(row);
  const value = numberCells(table, column);
  return (row) => {
    const kept = column.kept?.textAt(row);
    if (kept !== undefined) return kept;
    const number = value(row);
    if (typeof number === "bigint") return String(number);
    return Number.isNaN(number) ? "" : valueText("float64", Float64Array.of(number), 0);
  };
}
