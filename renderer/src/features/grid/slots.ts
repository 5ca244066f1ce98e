import type { Frame } from "./frame.ts";

/**
 * The grid has a fixed number of column slots and row slots, made once: making them costs half a second, filling other
 * numbers into them costs milliseconds. Every array is shown through a window of so many cells.
 */
export const SLOTS = 64;
export const ROW_SLOTS = 128;

/** What a slot shows: a column of the array, a column of text behind those, or nothing. */
export type SlotContent =
  | { readonly kind: "number"; readonly column: number }
  | { readonly kind: "text"; readonly label: number }
  | { readonly kind: "nothing" };

const NOTHING: SlotContent = { kind: "nothing" };

/** Columns there are to show: those of the array, then those of text but the first, which is pinned beside the row numbers. */
export function allColumns(columns: number, labels: number): number {
  return columns + Math.max(0, labels - 1);
}

/** What a column holds: below the number of the array's columns one of those, behind them text. */
export function columnContent(frame: Frame, column: number): SlotContent {
  if (column < frame.columns) return { kind: "number", column };
  const label = column - frame.columns + 1;
  return label < frame.labels.length ? { kind: "text", label } : NOTHING;
}
