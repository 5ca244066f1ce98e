import type { Fault } from "../contract/result.ts";
import { ValueError } from "../errors.ts";

/** A cell cannot hold the text that it was given: why, in one sentence that does not name the cell. */
export class EditError extends ValueError {
  /** Which of the cells given. */
  readonly cell: number;

  constructor(message: string, cell: number) {
    super(message);
    this.cell = cell;
  }
}

/** The same of a cell that is known by its place among the rows and columns shown. */
export class PlaceError extends ValueError {
  readonly #row: number;
  readonly #column: number;

  constructor(message: string, row: number, column: number) {
    super(message);
    this.#row = row;
    this.#column = column;
  }

  override fields(): Fault["fields"] {
    return { row: this.#row, column: this.#column };
  }
}
