import type { Notes } from "./notes.ts";

/** A decision that reading took or was told, with its reason. */
export interface Decision<T> {
  readonly value: T;
  readonly reason: string;
}

/** A column that held numbers until a cell that is none. */
export interface BrokenColumn {
  readonly name: string;
  readonly line: number;
  /** That cell's text. */
  readonly text: string;
}

/** Everything that was decided while a CSV was read, and everything in it that was not as it should be. */
export interface Receipt {
  readonly encoding: Decision<string>;
  /** The file's bytes were read as they are: they are UTF-8 without anything to mend. */
  readonly plainBytes: boolean;
  readonly delimiter: Decision<string>;
  /** The character, or "none". */
  readonly quote: Decision<string>;
  /** The number of header lines. */
  readonly header: Decision<number>;
  /** Lines before the header that belong to no table. */
  readonly preambleLines: number;
  /** Lines behind the last row that belong to no table. */
  readonly footnoteLines: number;
  readonly numberStyle: Decision<"point" | "comma">;
  readonly rows: number;
  readonly numberColumns: number;
  readonly textColumns: number;
  /** Cells in columns of numbers that hold none. */
  readonly missing: Notes;
  /** Whole numbers from 2^53 on, where float64 does not hold every one: some may be rounded. */
  readonly largeNumbers: Notes;
  /** Rows with fewer cells than columns, and with more: the place's column is the number of cells. */
  readonly shortRows: Notes;
  readonly longRows: Notes;
  readonly badQuotes: Notes;
  readonly blankLines: Notes;
  readonly brokenColumns: readonly BrokenColumn[];
}
