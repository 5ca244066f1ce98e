import type { CellRange, Place } from "@argscope/core/contract/selecting.ts";
import { isEmptyRange, rangeSize, rangeWithin } from "@argscope/core/select/range.ts";

/** How much of the sheet a range takes along: single cells, or whole rows or columns wherever they are dragged to. */
export type Unit = "cells" | "rows" | "columns" | "all";

/**
 * What is selected, in places among the rows and columns shown. The last range is the one that grows: it spans `anchor`, where
 * it began, and `head`. The focus stays at the anchor.
 */
export type Selected =
  | { readonly kind: "none" }
  | {
      readonly kind: "ranges";
      readonly ranges: readonly CellRange[];
      readonly anchor: Place;
      readonly head: Place;
      readonly unit: Unit;
      /** What the grid brings into sight. */
      readonly reveal: "anchor" | "head" | "nothing";
    };

export type Ranges = Extract<Selected, { kind: "ranges" }>;

/** How many rows and columns are shown. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** More ranges than anyone clicks together; each is looked at for every cell that is painted. */
const MOST_RANGES = 500;

/** Only this, from a cell on. */
export function begun(cell: Place, unit: Unit, extent: Extent, reveal: Ranges["reveal"]): Selected {
  const range = spanOf(cell, cell, unit, extent);
  if (isEmptyRange(range)) return { kind: "none" };
  return { kind: "ranges", ranges: [range], anchor: cell, head: cell, unit, reveal };
}

/** One range more, beside those there are. */
export function added(selected: Selected, cell: Place, unit: Unit, extent: Extent): Selected {
  const next = begun(cell, unit, extent, "nothing");
  if (selected.kind === "none" || next.kind === "none") return next;
  return { ...next, ranges: [...selected.ranges.slice(1 - MOST_RANGES), ...next.ranges] };
}

/** The last range grows or shrinks so that it ends at `head`. */
export function extended(selected: Ranges, head: Place, extent: Extent): Selected {
  const { anchor, head: before, unit } = selected;
  const range = spanOf(anchor, head, unit, extent);
  const isSame = head.row === before.row && head.column === before.column && isEqual(range, selected.ranges.at(-1));
  if (isEmptyRange(range) || isSame) return selected;
  return { ...selected, ranges: [...selected.ranges.slice(0, -1), range], head, reveal: "head" };
}

/** The last range takes whole rows, or columns, or everything, instead of what it took. */
export function widened(selected: Ranges, unit: Unit, extent: Extent): Selected {
  const last = selected.ranges.at(-1);
  if (last === undefined) return selected;
  const from = { row: last.top, column: last.left };
  const to = { row: last.bottom - 1, column: last.right - 1 };
  const ranges = [...selected.ranges.slice(0, -1), spanOf(from, to, unit, extent)];
  return { ...selected, ranges, unit, reveal: "nothing" };
}

function isEqual(a: CellRange, b: CellRange | undefined): boolean {
  return b !== undefined && a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

function spanOf(from: Place, to: Place, unit: Unit, extent: Extent): CellRange {
  const isTall = unit === "columns" || unit === "all";
  const isWide = unit === "rows" || unit === "all";
  const span = {
    top: isTall ? 0 : Math.min(from.row, to.row),
    left: isWide ? 0 : Math.min(from.column, to.column),
    bottom: isTall ? extent.rows : Math.max(from.row, to.row) + 1,
    right: isWide ? extent.columns : Math.max(from.column, to.column) + 1,
  };
  return rangeWithin(span, { top: 0, left: 0, bottom: extent.rows, right: extent.columns });
}

/** The ranges of a selection as far as they are still shown: filters and hidden columns may have taken some away. */
export function rangesShown(selected: Selected, extent: Extent): CellRange[] {
  if (selected.kind === "none") return [];
  const sheet = { top: 0, left: 0, bottom: extent.rows, right: extent.columns };
  return selected.ranges.map((range) => rangeWithin(range, sheet)).filter((range) => !isEmptyRange(range));
}

/** A single cell is where the focus is; it is not a selection that anyone made. */
export function isSingle(ranges: readonly CellRange[]): boolean {
  return ranges.length === 1 && ranges[0] !== undefined && rangeSize(ranges[0]) === 1;
}
