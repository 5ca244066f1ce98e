import type { RowRange } from "../../table/row-range.ts";
import type { NumberForm } from "./number-forms.ts";

/** How to read a CSV. What is left out is decided from the file itself; the receipt says what was decided. */
export interface CsvOptions {
  /** For messages: the file's name, never its path. */
  readonly name?: string;
  /** Bytes the source will bring, when it does not know itself: progress needs it. */
  readonly size?: number;
  /** [0] progress in 1/1000, written here; [1] anything but 0 means cancel. */
  readonly control?: Int32Array;
  /** Bytes of memory that the machine has left: a table that needs more is refused before it is read. */
  readonly memory?: number;
  /** One ASCII character, or "spaces": any number of them in a row part two cells. */
  readonly delimiter?: string;
  /** One ASCII character, a double quote unless said, or "none". */
  readonly quote?: string;
  /** What makes the quote behind it one of a quoted cell's text, where others double the quote; a backslash, or "none". */
  readonly escape?: string;
  /** What parts the whole from the fraction in numbers. */
  readonly decimal?: "." | ",";
  /** What parts the thousands in numbers: one ASCII character, or "none". */
  readonly thousands?: string;
  /** How numbers may be written beside the plain way: each is text unless it is asked for. */
  readonly numbers?: readonly NumberForm[];
  /** What a line of comment starts with: one ASCII character, or "none". */
  readonly comment?: string;
  /** A label of the WHATWG Encoding standard. */
  readonly encoding?: string;
  /** The number of header lines, or "none". */
  readonly header?: "auto" | "none" | number;
  /** Cells that hold no number; upper and lower case are alike. The empty cell is always one. */
  readonly missing?: readonly string[];
  /** The order of day and month in dates such as 03/04/2024; without it a column that may be either stays text. */
  readonly dates?: "dmy" | "mdy";
  /** Only these columns, by name, in file order; what is not read costs nothing. */
  readonly columns?: readonly string[];
  /** All columns but these. */
  readonly exclude?: readonly string[];
  /** Only these rows of the table. */
  readonly rows?: RowRange;
  /** The column that names the rows: it is read in any case, and stays text. `null`: none does. Else the first column of text. */
  readonly indexCol?: string | null;
  /** Refuse a table that has to be mended: rows with too few or too many cells, quotes out of place. */
  readonly strict?: boolean;
}

/** The delimiter that is any number of spaces. */
export const spaceRuns = "spaces";

/** What stands for "no number" in the files people have. */
export const usualMissing: readonly string[] = ["NA", "N/A", "null", "nan", "-"];
