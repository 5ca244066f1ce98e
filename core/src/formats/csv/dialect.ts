import type { NumberForm } from "./number-forms.ts";

/** How a CSV file is written. Characters are ASCII, given as their byte. */
export interface Dialect {
  readonly delimiter: number;
  readonly quote: number;
  /** The decimal point, or the comma that stands for it. */
  readonly point: number;
  /** What parts thousands, or `noByte`. */
  readonly thousands: number;
  /** How numbers may be written beside the plain way. */
  readonly forms: readonly NumberForm[];
  /** What a line of comment starts with, or `noByte`. */
  readonly comment: number;
  /** Blanks behind a delimiter are not part of the cell. */
  readonly trimStart: boolean;
  /** A row whose cells are all empty is no row. */
  readonly dropEmptyRows: boolean;
}

/** Stands for no character. */
export const noByte = 256;

export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const tab = 9;
export const doubleQuote = 34;
export const comma = 44;
export const point = 46;

/** RFC 4180 with nothing added. */
export const plainDialect: Dialect = {
  delimiter: comma,
  quote: doubleQuote,
  point,
  thousands: noByte,
  forms: [],
  comment: noByte,
  trimStart: false,
  dropEmptyRows: false,
};

/** Runs of blanks part the cells: those around a row's cells are none of it. */
export function hasRuns({ delimiter, trimStart }: Dialect): boolean {
  return delimiter === space && trimStart;
}

/** A byte as it is named in messages. */
export function nameOfDelimiter(byte: number): string {
  const names: Record<number, string> = { 44: "comma", 59: "semicolon", 9: "tab", 124: "pipe", 32: "space", 58: "colon" };
  return names[byte] ?? `"${String.fromCharCode(byte)}"`;
}
