import type { NdArray } from "@argscope/core";

/** The array that is worked on, `a`, and what the positions along its dimensions are called. */
export interface Subject {
  readonly array: NdArray;
  /** One for each dimension; `null` where its positions have no names. */
  readonly labels: readonly (Labels | null)[];
}

export interface Labels {
  /** What they are called together. */
  readonly name: string;
  /** The file has them; else they were made up. */
  readonly own: boolean;
  /** The label of a position along the dimension, from 0. */
  text(position: number): string;
}
