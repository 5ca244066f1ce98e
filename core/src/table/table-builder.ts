import { free } from "../array/empty.ts";
import { noByte, plainDialect } from "../formats/csv/dialect.ts";
import { Holdings } from "../formats/csv/holdings.ts";
import { NoteTaker } from "../formats/csv/notes.ts";
import type { BrokenColumn } from "../formats/csv/receipt.ts";
import { TextBuilder } from "../formats/csv/text-builder.ts";
import type { BrokenCells, Cell } from "./cell.ts";
import type { Column, NumberDtype } from "./column.ts";
import { judgeLabels } from "./judge-labels.ts";
import { KeptCells } from "./kept-cells.ts";
import type { LabelRules } from "./label-kind.ts";
import { NumberBlock } from "./number-block.ts";
import { advised } from "./read-less.ts";
import type { RowRange } from "./row-range.ts";
import { Table } from "./table.ts";
import type { ColumnPlace } from "./text-column.ts";
import { typedReceipt } from "./typed-receipt.ts";

/** A column before its cells are known. */
export interface ColumnPlan extends ColumnPlace {
  /** A column of integers that lacks a cell becomes float64. */
  readonly kind: NumberDtype | "text";
}

/** A column that is text though it holds numbers: its position among the plans, and the cells that are none. */
export interface BrokenPlan extends BrokenCells {
  readonly at: number;
}

/** What a table is finished with. */
export interface FinishOptions {
  readonly rules: LabelRules;
  readonly broken: readonly BrokenPlan[];
  /** What of the file's rows and columns was read. */
  readonly rowRange: RowRange | null;
  readonly skippedColumns: number;
}

/**
 * A table that is made of typed cells, not of a CSV's text: worksheets, records, Parquet. The number of rows is known.
 *
 * The cells of a column come row by row, and none is left out.
 */
export class TableBuilder {
  readonly rowCount: number;
  readonly #holdings = new Holdings();
  readonly #plans: readonly ColumnPlan[];
  readonly #slots: readonly number[];
  readonly #numbers: NumberBlock;
  readonly #texts: readonly (TextBuilder | null)[];
  /** Missing cells of columns of numbers, and integers that were rounded; the line is the row, from 1. */
  readonly #gaps = new NoteTaker();
  readonly #rounded = new NoteTaker();
  readonly #overflows = new NoteTaker();
  readonly #missing: Float64Array;
  readonly #kept = new Map<number, KeptCells>();
  readonly #encoder = new TextEncoder();

  /** @throws {CapacityError} the memory cannot be had. */
  constructor(plans: readonly ColumnPlan[], rowCount: number) {
    this.rowCount = rowCount;
    this.#plans = plans;
    const numeric = plans.flatMap(({ kind, index }) => (kind === "text" ? [] : [{ kind, index }]));
    let slot = 0;
    this.#slots = plans.map(({ kind }) => (kind === "text" ? -1 : slot++));
    this.#missing = new Float64Array(plans.length);
    const dtypes = numeric.map(({ kind }) => kind);
    try {
      this.#numbers = this.#holdings.own(
        new NumberBlock(rowCount, dtypes, (row, slot) => this.#rounded.note(row, row + 1, numeric[slot]?.index ?? 0)),
      );
      this.#texts = plans.map(({ kind }) => {
        return kind === "text" ? this.#holdings.own(new TextBuilder(rowCount, 8 * rowCount + 64)) : null;
      });
    } catch (error) {
      this.release();
      throw advised(error);
    }
  }

  /** Sets a cell of a column of numbers; null is a missing one. */
  setNumber(row: number, column: number, value: number | bigint | null): void {
    this.#numbers.set(row, this.#slots[column] as number, value);
    if (value !== null) return;
    this.#gaps.note(row, row + 1, column);
    this.#missing[column] = (this.#missing[column] as number) + 1;
  }

  /** The cell of a column of numbers that its number does not say; in the order of rows. */
  keep(row: number, column: number, cell: Cell): void {
    const kept = this.#kept.get(column) ?? new KeptCells();
    this.#kept.set(column, kept);
    kept.add(row, cell);
  }

  /** The number in a cell is too large for float64: an infinity stands for it. */
  noteOverflow(row: number, column: number): void {
    this.#overflows.note(row, row + 1, column);
  }

  /** Appends the next row's cell of a text column; null is a missing one. */
  addText(column: number, text: string | null): void {
    const bytes = this.#encoder.encode(text ?? "");
    this.#texts[column]?.append(bytes, 0, bytes.length, noByte);
    if (text === null || text === "") this.#missing[column] = (this.#missing[column] as number) + 1;
  }

  /** The table, which owns all memory from here on. */
  finish({ rules, broken, rowRange, skippedColumns }: FinishOptions): Table {
    const block = this.#numbers.finish();
    const built = this.#plans.map(({ name, heading, index }, k): Column => {
      const missing = this.#missing[k] as number;
      const column = this.#texts[k]?.finish({ name, heading, index }, missing);
      if (column === undefined) {
        const blockColumn = this.#slots[k] as number;
        const kept = this.#kept.get(k);
        const { dtype, exact } = block.columns[blockColumn] ?? { dtype: "float64", exact: null };
        return {
          kind: "number",
          name,
          heading,
          dtype,
          index,
          blockColumn,
          missing,
          exact,
          ...(kept === undefined ? {} : { kept }),
        };
      }
      this.#holdings.own({
        release() {
          free(column.bytes);
          free(column.ends);
        },
      });
      return column;
    });
    const { labels, notes } = judgeLabels(
      built.filter((column) => column.kind === "label"),
      rules,
    );
    let label = 0;
    const columns = built.map((column) => (column.kind === "number" ? column : (labels[label++] ?? column)));
    const brokenColumns = broken.flatMap(({ at, count, rows }): BrokenColumn[] => {
      const column = columns[at];
      const [first] = rows;
      if (column?.kind !== "label" || first === undefined) return [];
      return [{ name: column.name, line: first + 1, text: column.text(first), count, rows }];
    });
    const gapped = columns.flatMap(({ kind, name, missing }, k) => {
      return kind === "number" && missing > 0 && this.#plans[k]?.kind !== "float64" ? [name] : [];
    });
    const renamed = this.#plans.filter(({ name, heading }) => heading !== "" && name !== heading).map(({ name }) => name);
    const found = {
      rowRange,
      skippedColumns,
      missing: this.#gaps,
      rounded: this.#rounded,
      overflows: this.#overflows,
      gappedIntegers: gapped,
      renamed,
      brokenColumns,
      labels: notes,
    };
    return new Table({
      columns: () => columns,
      labels,
      headings: () => this.#plans.map(({ heading }) => heading),
      rowCount: this.rowCount,
      numbers: block.numbers,
      rowOffsets: new Float64Array(0),
      dialect: plainDialect,
      receipt: typedReceipt(columns, this.rowCount, found),
      release: () => this.release(),
    });
  }

  release(): void {
    this.#holdings.release();
  }
}
