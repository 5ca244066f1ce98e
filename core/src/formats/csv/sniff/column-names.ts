import type { Headings } from "./headings.ts";
import { type ColumnName, columnNames } from "./names.ts";

/** The names of a file's columns. They are made when somebody asks for one: of a hundred thousand that takes its time. */
export class ColumnNames {
  readonly length: number;
  readonly #headings: Headings;
  readonly #usual: number;
  #all: readonly ColumnName[] | null = null;

  /** @see columnNames for what the three mean */
  constructor(headings: Headings, width: number, usual: number) {
    this.length = width;
    this.#headings = headings;
    this.#usual = usual;
  }

  /** The header as the file has it. */
  get headings(): readonly string[] {
    return this.#headings.all;
  }

  get all(): readonly ColumnName[] {
    this.#all ??= columnNames(this.#headings.all, this.length, this.#usual);
    return this.#all;
  }

  map<T>(each: (name: ColumnName, column: number) => T): T[] {
    return this.all.map(each);
  }
}
