import { columnFate } from "./fates.ts";

/** Which of a file's columns are of numbers, in the order of the block. The list is made when somebody asks for it: it may be long. */
export class NumberPlaces {
  readonly length: number;
  readonly #fates: Uint8Array;
  #all: Int32Array | null = null;

  /** @param fates of each column, as `columnFate` says */
  constructor(fates: Uint8Array) {
    this.#fates = fates;
    const isAll = Object.values(columnFate).every((fate) => fate === columnFate.number || !fates.includes(fate));
    this.length = isAll ? fates.length : this.all.length;
  }

  /** For each column of the block its place in the file. */
  get all(): Int32Array {
    if (this.#all !== null) return this.#all;
    const places = new Int32Array(this.#fates.length);
    let count = 0;
    for (let k = 0; k < places.length; k++) if (this.#fates[k] === columnFate.number) places[count++] = k;
    this.#all = places.subarray(0, count);
    return this.#all;
  }

  includes(column: number): boolean {
    return this.#fates[column] === columnFate.number;
  }

  /** The place in the block of a column of the file; -1 where it has none. */
  indexOf(column: number): number {
    return this.includes(column) ? this.all.indexOf(column) : -1;
  }
}
