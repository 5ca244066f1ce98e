import type { Cell } from "./cell.ts";
import { indexOfRow } from "./exact-integers.ts";

/** Cells of a column of numbers whose text the number does not say: markers of missing cells, numbers that were rounded. */
export class KeptCells {
  readonly #rows: number[] = [];
  readonly #cells: Cell[] = [];

  /** Rows come in ascending order. */
  add(row: number, cell: Cell): void {
    this.#rows.push(row);
    this.#cells.push(cell);
  }

  /** The text of the cell in a row, where it is one of these. */
  textAt(row: number): string | undefined {
    const index = indexOfRow(this.#rows, row);
    return index < 0 ? undefined : String(this.#cells[index]);
  }
}
