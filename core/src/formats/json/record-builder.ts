import { UnsupportedError } from "../../errors.ts";
import type { JsonCell, Records } from "./value.ts";

/** A table may be so many times as large as its records, and a little more: beyond, they are no rows of one table. */
const SPARSE = 100;
const ALWAYS_TAKEN = 1_000_000;

interface GrowingColumn {
  readonly index: number;
  readonly heading: string;
  readonly cells: JsonCell[];
  fractional: boolean;
}

/** Records while they are read: a column for each name, in the order in which the names were met. */
export class RecordBuilder {
  readonly #columns: GrowingColumn[] = [];
  readonly #byName = new Map<string, GrowingColumn>();
  #rows = 0;
  #turn = 0;
  #given = 0;

  /**
   * Sets a cell of the record at hand; the last of several with one name counts, as in every reader of JSON.
   *
   * @param fractional it is a number that was written as a fraction
   * @throws {UnsupportedError} nearly every record has names of its own.
   */
  set(name: string, value: JsonCell, fractional: boolean): void {
    const column = this.#columnOf(name);
    if (fractional) column.fractional = true;
    const { cells } = column;
    if (cells.length > this.#rows) {
      cells[this.#rows] = value;
      return;
    }
    while (cells.length < this.#rows) cells.push(null);
    cells.push(value);
    this.#given++;
  }

  endRow(): void {
    this.#rows++;
    const width = this.#columns.length;
    if (width * this.#rows > ALWAYS_TAKEN + SPARSE * this.#given) {
      throw new UnsupportedError(
        `The first ${this.#rows} objects have ${width} different properties: they are no rows of a table.`,
      );
    }
    this.#turn = 0;
  }

  finish(): Records {
    for (const { cells } of this.#columns) while (cells.length < this.#rows) cells.push(null);
    return { kind: "records", rows: this.#rows, columns: this.#columns };
  }

  #columnOf(name: string): GrowingColumn {
    // Records mostly have the same names in the same order.
    const expected = this.#columns[this.#turn++];
    if (expected?.heading === name) return expected;
    let column = this.#byName.get(name);
    if (column === undefined) {
      column = { index: this.#columns.length, heading: name, cells: [], fractional: false };
      this.#columns.push(column);
      this.#byName.set(name, column);
    }
    this.#turn = column.index + 1;
    return column;
  }
}
