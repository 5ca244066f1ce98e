/** How to read a CSV. What is left out is decided from the file itself; the receipt says what was decided. */
export interface CsvOptions {
  /** For messages: the file's name, never its path. */
  readonly name?: string;
  /** Bytes the source will bring, when it does not know itself: progress needs it. */
  readonly size?: number;
  /** [0] progress in 1/1000, written here; [1] anything but 0 means cancel. */
  readonly control?: Int32Array;
  /** One ASCII character. */
  readonly delimiter?: string;
  /** One ASCII character, a double quote unless said, or "none". */
  readonly quote?: string;
  /** What parts the whole from the fraction in numbers. */
  readonly decimal?: "." | ",";
  /** A label of the WHATWG Encoding standard. */
  readonly encoding?: string;
  /** The number of header lines, or "none". */
  readonly header?: "auto" | "none" | number;
  /** Cells that hold no number; upper and lower case are alike. The empty cell is always one. */
  readonly missing?: readonly string[];
}

/** What stands for "no number" in the files people have. */
export const usualMissing: readonly string[] = ["NA", "N/A", "null", "nan", "-"];
