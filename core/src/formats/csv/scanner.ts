import type { Growing } from "../../table/growing.ts";
import type { Dialect } from "./dialect.ts";
import type { Findings } from "./findings.ts";
import type { TextBuilder } from "./text-builder.ts";

/** What a scan does with a column. */
export const skipColumn = 0;
export const numberColumn = 1;
export const textColumn = 2;

/** Rows between two row offsets: a window of rows is re-read from at most so many rows before it. */
export const offsetStep = 256;

/** Where the cells of each column go. */
export interface ScanPlan {
  readonly dialect: Dialect;
  readonly missing: readonly string[];
  /** For each column: skip, number or text. A number column that meets another cell becomes skip. */
  readonly kinds: Uint8Array;
  /** For each column what the kernel is told of it, as `targetsOf` says, and `slotOf` reads. */
  readonly targets: Int32Array;
  /** The block; its rows are as wide as there were number columns at the start. */
  readonly numbers: Growing<Float64Array>;
  readonly blockWidth: number;
  /** For each column of text its builder; empty where there is none. */
  readonly texts: readonly (TextBuilder | null)[];
  /** Columns of text among them. */
  readonly textCount: number;
  readonly findings: Findings;
}

/** Reads records from windows of a file: numbers straight from bytes into the block, text into its builders. */
export interface Scanner {
  /** How far it is. */
  readonly tally: {
    /** Rows so far. */
    readonly row: number;
    /** Line of the next record, from 1. */
    readonly line: number;
    /** Where every 256th row starts in the file, in bytes. */
    readonly offsets: readonly number[];
  };
  /**
   * Reads the whole records of `bytes[start, end)`.
   *
   * @param position of `bytes[0]` in the file
   * @param final nothing follows: the last record may end without a line ending
   * @returns where the first record starts that is not whole
   */
  scan(bytes: Uint8Array, start: number, end: number, position: number, final: boolean): number;
  /** The quote at this position of the file opens no cell. It is in the record that comes next. */
  takeQuoteAsText(position: number): void;
}
