import type { Notes } from "../formats/csv/notes.ts";
import type { CellColumn } from "./cell.ts";

/** Longest part of a cell's text that a sentence shows. */
const SHOWN = 40;

/** What was found while a table was made of typed cells. Rows count from 0. */
export class TypedNotes {
  readonly #rowName: (row: number) => string;
  readonly #broken: string[] = [];
  #rounded = 0;
  #firstRounded = 0;
  #textNumbers = 0;
  #firstTextNumber = 0;

  constructor(rowName: (row: number) => string) {
    this.#rowName = rowName;
  }

  /** A column of numbers is text because of this row. */
  broken({ heading, cell }: CellColumn, row: number): void {
    const text = String(cell(row));
    const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    this.#broken.push(`Column "${heading}" is text, because ${this.#rowName(row)} has "${shown}".`);
  }

  /** A whole number was beyond what float64 holds exactly. */
  rounded(row: number): void {
    if (this.#rounded++ === 0) this.#firstRounded = row;
  }

  /** A number was stored as text. */
  textNumber(row: number): void {
    if (this.#textNumbers++ === 0) this.#firstTextNumber = row;
  }

  sentences(missing: Notes): string[] {
    const sentences = [...this.#broken];
    const first = missing.places[0];
    if (first !== undefined) {
      sentences.push(`${counted(missing.count, "missing cell")} became NaN, the first in ${this.#rowName(first.row)}.`);
    }
    if (this.#rounded > 0) {
      const where = this.#rowName(this.#firstRounded);
      sentences.push(
        `${counted(this.#rounded, "whole number")} beyond 2^53 became the nearest float64, the first in ${where}.`,
      );
    }
    if (this.#textNumbers > 0) {
      const where = this.#rowName(this.#firstTextNumber);
      sentences.push(`${counted(this.#textNumbers, "number")} stored as text became numbers, the first in ${where}.`);
    }
    return sentences;
  }
}

/** A count and its thing: `1 row`, `1,024 rows`. */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en-US")} ${thing}${count === 1 ? "" : "s"}`;
}
