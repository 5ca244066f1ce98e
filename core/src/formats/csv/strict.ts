import { FormatError } from "../../errors.ts";
import type { Receipt } from "./receipt.ts";

/** @throws {FormatError} the table was mended while it was read: the first row with too few or too many cells, or bad quotes. */
export function checkWellFormed({ shortRows, longRows, badQuotes, columns }: Malformed, name: string): void {
  const ragged = (cells: number): string => `has ${cells} ${cells === 1 ? "cell" : "cells"}, and the table ${columns} columns`;
  const faults = [
    ...shortRows.places.map(({ line, column }) => ({ line, column: column + 1, what: ragged(column) })),
    ...longRows.places.map(({ line, column }) => ({ line, column: columns + 1, what: ragged(column) })),
    ...badQuotes.places.map(({ line, column }) => {
      return { line, column: column + 1, what: `has a quote out of place in column ${column + 1}` };
    }),
  ];
  const [first] = faults.sort((a, b) => a.line - b.line || a.column - b.column);
  if (first === undefined) return;
  const { line, column } = first;
  throw new FormatError(`${name} is malformed: line ${line} ${first.what}.`, { line, column });
}

/** What a strict reading looks at. */
interface Malformed extends Pick<Receipt, "shortRows" | "longRows" | "badQuotes"> {
  /** Of the file, whether they are read or not. */
  readonly columns: number;
}
