import type { NumberDtype } from "../../table/column.ts";
import type { LabelNotes } from "../../table/judge-labels.ts";
import type { RowRange } from "../../table/row-range.ts";
import type { Notes } from "./notes.ts";
import type { NumberHint } from "./number-hints.ts";
import type { ReplacedCells } from "./replaced.ts";
import type { RowLengths } from "./row-lengths.ts";

/** A decision that reading took or was told, with its reason. */
export interface Decision<T> {
  readonly value: T;
  readonly reason: string;
}

/** A column of numbers but for cells that are none; the first of them. */
export interface BrokenColumn {
  readonly name: string;
  readonly line: number;
  /** That cell's text. */
  readonly text: string;
  /** Cells that are no numbers, in the first million rows. */
  readonly count: number;
  /** The rows of the first ones, from 0. */
  readonly rows: readonly number[];
}

/** Everything that was decided while a CSV was read, and everything in it that was not as it should be. */
export interface Receipt {
  readonly encoding: Decision<string>;
  /** The file's bytes were read as they are: they are UTF-8 without anything to mend. */
  readonly plainBytes: boolean;
  /** The character, or "spaces" for any number of them. */
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
  /** The character that parts thousands in numbers, or "none". */
  readonly thousands: string;
  readonly rows: number;
  /** The rows of the file that were read; null where all were. */
  readonly rowRange: RowRange | null;
  /** Columns of the file that were not read. */
  readonly skippedColumns: number;
  readonly numberColumns: number;
  /** Of the array that the columns of numbers make. */
  readonly dtype: NumberDtype;
  readonly textColumns: number;
  /** Cells in columns of numbers that hold none. */
  readonly missing: Notes;
  /** Numbers that are too large for float64: an infinity stands for each. */
  readonly overflows: Notes;
  /** Whole numbers that float64 does not hold: the nearest one stands for each. */
  readonly rounded: Notes;
  /** Columns of whole numbers that are float64 because cells are missing. */
  readonly gappedIntegers: readonly string[];
  /** Names that were given because another column has the header's. */
  readonly renamed: readonly string[];
  /** The header names all columns but the first, as R writes it. */
  readonly namesFromSecond: boolean;
  /** What options would make numbers of. */
  readonly numberHints: readonly NumberHint[];
  /** What columns of text were found to stand for, or nearly. */
  readonly labels: LabelNotes;
  /** The cells that a row is to have. */
  readonly usualCells: Pick<RowLengths, "usual" | "from">;
  /** Rows with fewer cells than usual, and with more: the place's column is the number of cells. */
  readonly shortRows: Notes;
  readonly longRows: Notes;
  /** Rows with cells behind the last column, which were left out. */
  readonly cutRows: Notes;
  readonly badQuotes: Notes;
  readonly blankLines: Notes;
  /** Lines of comment among the rows; those above them are not counted here. */
  readonly commentLines: Notes;
  /** Cells of text with bytes that the encoding does not know. */
  readonly replaced: ReplacedCells;
  readonly brokenColumns: readonly BrokenColumn[];
}
