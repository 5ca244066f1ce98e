import { type Cell, type CellColumn, judgeColumn } from "./cell.ts";
import type { Table } from "./table.ts";
import { TableBuilder } from "./table-builder.ts";
import { counted, TypedNotes } from "./typed-notes.ts";

/** A table, and what was decided while it was made, most important first. */
export interface MadeTable {
  readonly table: Table;
  readonly sentences: readonly string[];
}

/** What making a table may be told. */
export interface FromColumnsOptions {
  /** Texts that stand for a missing number; upper and lower case are alike. */
  readonly missing: readonly string[];
  /** How messages call a row of the table, which counts from 0: `row 7`, `record 3`. */
  readonly rowName: (row: number) => string;
  /** Called now and then with the share that is done; may throw. */
  readonly step: (done: number, total: number) => Promise<void>;
}

/** Cells that are worked on between two steps. */
const STRETCH = 1 << 16;

/**
 * A table of typed cells. A column is one of numbers where every cell is a number, missing, or a number that was stored as text
 * among others that were not; every other column is text: what was stored as text throughout, an id with leading zeros for
 * instance, stays as it is.
 *
 * @throws {CapacityError} the table needs more memory than there is; nothing is held then.
 */
export async function tableFromColumns(
  columns: readonly CellColumn[],
  rowCount: number,
  options: FromColumnsOptions,
): Promise<MadeTable> {
  const missing = new Set(["", ...options.missing.map((marker) => marker.toLowerCase())]);
  const notes = new TypedNotes(options.rowName);
  const plans: { heading: string; kind: "number" | "text" }[] = [];
  for (const column of columns) {
    const judged = judgeColumn(column, rowCount, missing);
    plans.push({ heading: column.heading, kind: judged.kind });
    if (judged.broken !== null) notes.broken(column, judged.broken);
    await options.step(plans.length, 2 * columns.length);
  }
  const builder = new TableBuilder(plans, rowCount);
  try {
    for (const [index, column] of columns.entries()) {
      for (let row = 0; row < rowCount; row++) {
        fill(builder, notes, index, row, column);
        if (row % STRETCH === STRETCH - 1) await options.step(columns.length + index + row / rowCount, 2 * columns.length);
      }
      await options.step(columns.length + index + 1, 2 * columns.length);
    }
    const table = builder.finish();
    const { numberColumns, textColumns } = table.receipt;
    const shape = `${counted(rowCount, "row")}, ${counted(numberColumns, "column")} of numbers and ${counted(textColumns, "column")} of text.`;
    return { table, sentences: [shape, ...notes.sentences(table.receipt.missing)] };
  } catch (error) {
    builder.release();
    throw error;
  }

  function fill(to: TableBuilder, told: TypedNotes, index: number, row: number, column: CellColumn): void {
    const cell = column.cell(row);
    if (plans[index]?.kind === "text") to.addText(index, cell === null ? null : String(cell));
    else to.setNumber(row, index, numberOf(cell, told, row), isMissing(cell));
  }

  function isMissing(cell: Cell): boolean {
    return cell === null || (typeof cell === "string" && missing.has(cell.trim().toLowerCase()));
  }

  function numberOf(cell: Cell, told: TypedNotes, row: number): number {
    if (isMissing(cell)) return Number.NaN;
    const value = Number(cell);
    if (typeof cell === "string") told.textNumber(row);
    if (typeof cell === "bigint" && BigInt(value) !== cell) told.rounded(row);
    return value;
  }
}
