import type { Control, SharedArray } from "./worker.ts";

/**
 * A rectangle of what the grid shows, in **places**: positions among the rows and columns shown, counted from 0. `bottom` and
 * `right` are the first places behind it.
 */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What the grid shows, as a worker finds it: a slice of an array, and the orders in which its rows and columns are shown. */
export interface SharedPlane {
  /** Whose columns of text stand beside and behind the numbers. */
  readonly handle: number;
  /** The slice, whether shown or not: shape (rows, columns). */
  readonly cells: SharedArray;
  /** The row at each place; null: every row, in the array's order. */
  readonly rowOrder: SharedArray | null;
  /** The column at each place; null: all. Numbers from `cells`' columns on are columns of text, the second label the first. */
  readonly columnOrder: readonly number[] | null;
  /** Names of `cells`' columns; empty where there are none. */
  readonly names: readonly string[];
  /** Whether the handle's columns of text belong to these rows. */
  readonly hasLabels: boolean;
}

/** What is known of a part of a selection. Parts are added up by `mergeTallies`. */
export type Tally =
  | { readonly kind: "none"; readonly cells: number }
  | {
      readonly kind: "float";
      readonly cells: number;
      readonly missing: number;
      readonly min: number;
      readonly max: number;
      /** The sum, and what rounding took from it. */
      readonly sum: number;
      readonly rest: number;
    }
  | { readonly kind: "integer"; readonly cells: number; readonly min: bigint; readonly max: bigint; readonly sum: bigint }
  | {
      readonly kind: "time";
      readonly cells: number;
      readonly missing: number;
      readonly min: bigint | null;
      readonly max: bigint | null;
    };

/** The part of the web's `Blob` that a text on its way to the clipboard needs. */
export interface TextBlob {
  /** In bytes of UTF-8. */
  readonly size: number;
  text(): Promise<string>;
}

/** The part of a table that is on its way to the clipboard. As a blob its bytes need not pass through the page. */
export interface Copied {
  readonly text: TextBlob;
  readonly rows: number;
  readonly columns: number;
}

export type CopyFormat = "tsv" | "tsv with headers" | "numpy";

/** What is looked for, as it was typed. */
export interface Sought {
  readonly text: string;
  readonly matchCase: boolean;
}

/** A place of the plane; column -1 is the label beside the row. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What a stretch of a search found. Stretches count the plane's cells in reading order, the label of a row first. */
export interface Found {
  /** The match nearest to where the stretch begins. */
  readonly first: Place | null;
  /** How many matches there are in it; 1 at most where only the first was wanted. */
  readonly count: number;
}

export type Direction = "up" | "down" | "left" | "right";

/** The calls about what a person selected. */
export interface SelectingCalls {
  /** Ranges that do not overlap. */
  tally: { takes: { plane: SharedPlane; ranges: readonly CellRange[]; control: Control }; gives: Tally };
  copy: {
    takes: { plane: SharedPlane; ranges: readonly CellRange[]; format: CopyFormat; control: Control };
    gives: Copied;
  };
  /** `from` and `to` count cells in reading order; from > to looks backwards, from the cell before `from` to `to`. */
  find: {
    takes: {
      plane: SharedPlane;
      sought: Sought;
      from: number;
      to: number;
      want: "first" | "count";
      control: Control;
    };
    gives: Found;
  };
  /** The row whose label is the text. */
  findLabel: { takes: { plane: SharedPlane; text: string; control: Control }; gives: { readonly row: number | null } };
  /** Where the block of data that a cell stands in ends, or the next one begins. */
  edge: { takes: { plane: SharedPlane; from: Place; direction: Direction; control: Control }; gives: Place };
}
