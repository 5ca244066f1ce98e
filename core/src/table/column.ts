import type { ExactIntegers } from "./exact-integers.ts";
import type { KeptCells } from "./kept-cells.ts";
import type { TextColumn } from "./text-column.ts";

/** What a column of numbers holds. */
export type NumberDtype = "int64" | "uint64" | "float64";

/** A column of numbers: one column of the table's block. */
export interface NumberColumn {
  readonly kind: "number";
  /** Different from every other column's. */
  readonly name: string;
  /** What the file's header has; empty where it has nothing. */
  readonly heading: string;
  /** The column's own: the block has a wider one where the columns differ. */
  readonly dtype: NumberDtype;
  /** Position among the file's columns, from 0. */
  readonly index: number;
  /** Position among the block's columns, from 0. */
  readonly blockColumn: number;
  /** Cells that hold no number: empty, or a missing marker. They are NaN in the block. */
  readonly missing: number;
  /** Of a column of integers in a block of float64: those that stand there rounded. */
  readonly exact: ExactIntegers | null;
  /** Cells whose text the number does not say, where the file's cells have types. A CSV has its text. */
  readonly kept?: KeptCells;
}

/** A column of numbers, or of text: a label, which may stand for true and false or for times. */
export type Column = NumberColumn | TextColumn;

/** The dtype that NumPy's `result_type` gives for columns of these. */
export function commonDtype(dtypes: Iterable<NumberDtype>): NumberDtype {
  const [first = "float64", ...others] = new Set(dtypes);
  return others.length === 0 ? first : "float64";
}
