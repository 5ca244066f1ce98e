import type { TextColumn } from "./text-column.ts";

/** A column of numbers: one column of the table's block. */
export interface NumberColumn {
  /** Different from every other column's. */
  readonly name: string;
  /** What the file's header has; empty where it has nothing. */
  readonly heading: string;
  readonly dtype: "float64";
  /** Position among the file's columns, from 0. */
  readonly index: number;
  /** Position among the block's columns, from 0. */
  readonly blockColumn: number;
  /** Cells that hold no number: empty, or a missing marker. They are NaN in the block. */
  readonly missing: number;
}

export type Column = NumberColumn | TextColumn;
