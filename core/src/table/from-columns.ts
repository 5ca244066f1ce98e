import { type Cell, integerOf, isMissing, judgeColumn } from "./cell.ts";
import type { ChosenCells } from "./choose-cells.ts";
import type { LabelRules } from "./label-kind.ts";
import type { Table } from "./table.ts";
import { type BrokenPlan, type ColumnPlan, TableBuilder } from "./table-builder.ts";
import { typedSentences } from "./typed-sentences.ts";

/** A table, and what was decided while it was made, most important first. */
export interface MadeTable {
  readonly table: Table;
  readonly sentences: readonly string[];
}

/** What making a table may be told. */
export interface FromColumnsOptions {
  readonly rules: LabelRules;
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
 * instance, stays as it is. Whole numbers without a gap make int64, or uint64.
 *
 * @throws {CapacityError} the table needs more memory than there is; nothing is held then.
 */
export async function tableFromColumns(
  { columns, rowCount, rowRange, skippedColumns }: ChosenCells,
  { rules, rowName, step }: FromColumnsOptions,
): Promise<MadeTable> {
  const { missing } = rules;
  const plans: ColumnPlan[] = [];
  const broken: BrokenPlan[] = [];
  const textNumbers = { count: 0, firstRow: 0 };
  for (const [at, column] of columns.entries()) {
    const { name, heading, index } = column;
    const judged = column.asText === true ? { kind: "text" as const, broken: null } : judgeColumn(column, rowCount, missing);
    plans.push({ name, heading, index, kind: judged.kind });
    if (judged.broken !== null) broken.push({ at, ...judged.broken });
    await step(plans.length, 2 * columns.length);
  }
  const builder = new TableBuilder(plans, rowCount);
  try {
    for (const [index, column] of columns.entries()) {
      for (let row = 0; row < rowCount; row++) {
        const cell = column.cell(row);
        if (plans[index]?.kind === "text") builder.addText(index, cell === null ? null : String(cell));
        else setNumber(row, index, cell);
        if (row % STRETCH === STRETCH - 1) await step(columns.length + index + row / rowCount, 2 * columns.length);
      }
      await step(columns.length + index + 1, 2 * columns.length);
    }
    const table = builder.finish({ rules, broken, rowRange, skippedColumns });
    return { table, sentences: typedSentences(table.receipt, rowName, textNumbers) };
  } catch (error) {
    builder.release();
    throw error;
  }

  function setNumber(row: number, column: number, cell: Cell): void {
    if (cell !== null && typeof cell !== "number") builder.keep(row, column, cell);
    if (isMissing(cell, missing)) {
      builder.setNumber(row, column, null);
      return;
    }
    if (typeof cell === "string" && textNumbers.count++ === 0) textNumbers.firstRow = row;
    const number = integerOf(cell) ?? Number(cell);
    // An infinity that the file itself has is a number.
    if (typeof cell !== "number" && typeof number === "number" && !Number.isFinite(number)) builder.noteOverflow(row, column);
    builder.setNumber(row, column, number);
  }
}
