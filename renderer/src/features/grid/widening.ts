import { announce } from "../../state/announcing.ts";
import { arrangedIn } from "../../state/arranging.ts";
import { resizeColumn } from "../../state/arranging-columns.ts";
import { columnName } from "../../state/column-name.ts";
import type { Target } from "../../state/commands.ts";
import type { Desk } from "../../state/desk.ts";
import { returnToSelection } from "../../state/selecting.ts";
import { fitColumn } from "./fit.ts";
import { measuresOf } from "./measures.ts";
import { frameIn } from "./selectors.ts";
import { textWidthInGrid } from "./text-width.ts";

/** How much wider or narrower a column becomes at a time, in px: about two digits. */
const STEP = 16;

/** The column whose width is meant: that of the menu, with keys the one that has the focus. Null: none whose width can be changed. */
export function columnMeant(desk: Desk, target: Target | null): number | null {
  if (target !== null) return target.column !== null && target.column >= 0 ? target.column : null;
  const state = desk.store.getState();
  if (state.selected.kind === "none") return null;
  const place = state.selected.anchor.column;
  const { columns } = arrangedIn(desk, state);
  return columns === null ? place : place < columns.count ? columns.at(place) : null;
}

/** Makes a column a step wider, or narrower. */
export function widenColumn(desk: Desk, target: Target | null, direction: 1 | -1): void {
  const column = columnMeant(desk, target);
  const frame = frameIn(desk, desk.store.getState());
  const textWidth = textWidthInGrid();
  if (column === null || frame === null || textWidth === null) return;
  const before = measuresOf(frame, textWidth).width(frame, column);
  said(desk, target, column, resizeColumn(desk, column, before + direction * STEP));
}

/** Makes a column as wide as its texts need. */
export function autoSizeColumn(desk: Desk, target: Target | null): void {
  const column = columnMeant(desk, target);
  const width = column === null ? null : fitColumn(desk, column);
  if (column !== null && width !== null) said(desk, target, column, width);
}

function said(desk: Desk, target: Target | null, column: number, width: number): void {
  const { selected } = desk.store.getState();
  announce(desk, `${columnName(desk, desk.store.getState(), column)} is ${width} pixels wide`);
  // With keys the column may have been out of sight, or its edge may be now.
  if (target === null && selected.kind === "ranges" && selected.unit === "cells") returnToSelection(desk);
}
