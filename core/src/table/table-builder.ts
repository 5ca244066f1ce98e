import { empty, free } from "../array/empty.ts";
import { noByte, plainDialect } from "../formats/csv/dialect.ts";
import { Holdings } from "../formats/csv/holdings.ts";
import { NoteTaker } from "../formats/csv/notes.ts";
import { columnNames } from "../formats/csv/sniff/names.ts";
import { TextBuilder } from "../formats/csv/text-builder.ts";
import type { Column } from "./column.ts";
import { Table } from "./table.ts";
import { typedReceipt } from "./typed-receipt.ts";

/** A column before its cells are known. */
export interface ColumnPlan {
  readonly heading: string;
  readonly kind: "number" | "text";
}

/**
 * A table that is made of typed cells, not of a CSV's text: worksheets, records, Parquet. The number of rows is known.
 *
 * Numbers are set in any order, and all of them; the cells of a text column are appended row by row.
 */
export class TableBuilder {
  readonly rowCount: number;
  readonly numbers: Float64Array;
  /** Missing cells of columns of numbers; the line is the row, from 1. */
  readonly missing = new NoteTaker();
  readonly #holdings = new Holdings();
  readonly #plans: readonly ColumnPlan[];
  readonly #slots: readonly number[];
  readonly #width: number;
  readonly #texts: readonly (TextBuilder | null)[];
  readonly #missing: Float64Array;
  readonly #block: ReturnType<typeof empty>;
  readonly #encoder = new TextEncoder();

  /** @throws {CapacityError} the memory cannot be had. */
  constructor(plans: readonly ColumnPlan[], rowCount: number) {
    this.rowCount = rowCount;
    this.#plans = plans;
    let width = 0;
    this.#slots = plans.map(({ kind }) => (kind === "number" ? width++ : -1));
    this.#width = width;
    this.#missing = new Float64Array(plans.length);
    const block = empty([rowCount, width], "float64");
    this.#block = block;
    this.numbers = block.data as Float64Array;
    this.#holdings.own({ release: () => free(block) });
    try {
      this.#texts = plans.map(({ kind }) => {
        return kind === "text" ? this.#holdings.own(new TextBuilder(rowCount, 8 * rowCount + 64)) : null;
      });
    } catch (error) {
      this.release();
      throw error;
    }
  }

  /** Sets a number; NaN is a missing cell where `missing` says so. */
  setNumber(row: number, column: number, value: number, missing: boolean): void {
    this.numbers[row * this.#width + (this.#slots[column] as number)] = value;
    if (!missing) return;
    this.missing.note(row, row + 1, column);
    this.#missing[column] = (this.#missing[column] as number) + 1;
  }

  /** Appends the next row's cell of a text column; null is a missing one. */
  addText(column: number, text: string | null): void {
    const bytes = this.#encoder.encode(text ?? "");
    this.#texts[column]?.append(bytes, 0, bytes.length, noByte);
    if (text === null || text === "") this.#missing[column] = (this.#missing[column] as number) + 1;
  }

  /** The table, which owns all memory from here on. */
  finish(): Table {
    const headings = this.#plans.map(({ heading }) => heading);
    const names = columnNames(headings, headings.length, headings.length);
    const columns = names.map(({ name, heading }, index): Column => {
      const missing = this.#missing[index] as number;
      const column = this.#texts[index]?.finish({ name, heading, index }, missing);
      if (column === undefined) {
        return { name, heading, dtype: "float64", index, blockColumn: this.#slots[index] as number, missing };
      }
      this.#holdings.own({
        release() {
          free(column.bytes);
          free(column.ends);
        },
      });
      return column;
    });
    return new Table({
      columns,
      headings,
      rowCount: this.rowCount,
      numbers: this.#block,
      rowOffsets: new Float64Array(0),
      dialect: plainDialect,
      receipt: typedReceipt(columns, this.rowCount, this.missing),
      release: () => this.release(),
    });
  }

  release(): void {
    this.#holdings.release();
  }
}
