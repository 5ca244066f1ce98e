import type { Receipt } from "@argscope/core";
import { FormatError } from "@argscope/core/errors.ts";

/** @throws {FormatError} the table was mended while it was read: the first row with too few or too many cells, or bad quotes. */
export function checkWellFormed({ shortRows, longRows, badQuotes }: Receipt, name: string, width: number): void {
  const ragged = (cells: number): string => `has ${cells} ${cells === 1 ? "cell" : "cells"}, and the table ${width} columns`;
  const faults = [
    ...shortRows.places.map(({ line, column }) => ({ line, what: ragged(column) })),
    ...longRows.places.map(({ line, column }) => ({ line, what: ragged(column) })),
    ...badQuotes.places.map(({ line, column }) => ({ line, what: `has a quote out of place in column ${column + 1}` })),
  ];
  const [first] = faults.sort((a, b) => a.line - b.line);
  if (first !== undefined)
    throw new FormatError(`${name} is malformed: line ${first.line} ${first.what}.`, { line: first.line });
}
