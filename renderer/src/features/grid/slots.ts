import type { Frame } from "./frame.ts";

/**
 * The grid has a fixed number of column slots, made once: making columns costs half a second, filling other numbers into
 * them costs milliseconds. A wider array is shown through a window of so many columns.
 */
export const SLOTS = 64;

/** What a slot shows: a column of the array, a column of text behind those, or nothing. */
export type SlotContent =
  | { readonly kind: "number"; readonly column: number }
  | { readonly kind: "text"; readonly label: number }
  | { readonly kind: "nothing" };

const NOTHING: SlotContent = { kind: "nothing" };

/** Columns to show: those of the array, then the columns of text but the first, which is pinned beside the row numbers. */
export function shownColumns(frame: Frame): number {
  return frame.columns + Math.max(0, frame.labels.length - 1);
}

export function slotContent(frame: Frame, slot: number, columnOffset: number): SlotContent {
  const column = slot + columnOffset;
  if (column < frame.columns) return { kind: "number", column };
  const label = column - frame.columns + 1;
  return label < frame.labels.length ? { kind: "text", label } : NOTHING;
}

/** The largest offset that still fills every slot. */
export function lastOffset(frame: Frame): number {
  return Math.max(0, shownColumns(frame) - SLOTS);
}

/** The offset nearest to the present one at which a column is in a slot. */
export function offsetShowing(frame: Frame, column: number, columnOffset: number): number {
  if (column >= columnOffset && column < columnOffset + SLOTS) return columnOffset;
  return Math.min(lastOffset(frame), Math.max(0, column - SLOTS / 2));
}
