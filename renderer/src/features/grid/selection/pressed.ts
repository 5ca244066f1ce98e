import type { Place } from "@argscope/core/contract/selecting.ts";
import type { Unit } from "../../../state/selected.ts";
import { LABEL, ROW_NUMBER, slotOf } from "../columns.ts";
import { columnPlaceIn, rowPlaceIn, type Shown } from "../shown.ts";

/** What a press on an element of the grid selects, and from which place on. */
export interface Pressed {
  readonly unit: Unit;
  readonly place: Place;
}

/** Null: the press is on nothing that is selected (the answer, the room beside the cells). */
export function pressedOn(element: Element, shown: Shown): Pressed | null {
  const cell = element.closest<HTMLElement>(".ag-cell, .ag-header-cell");
  const colId = cell?.getAttribute("col-id") ?? null;
  if (cell === null || colId === null) return null;
  const isBeside = colId === ROW_NUMBER || colId === LABEL;
  const column = colId.startsWith("slot") ? columnPlaceIn(shown, slotOf(colId)) : null;
  if (cell.classList.contains("ag-header-cell")) {
    if (isBeside) return { unit: "all", place: { row: 0, column: 0 } };
    return column === null ? null : { unit: "columns", place: { row: shown.frozen.row === 0 ? shown.rowOffset : 0, column } };
  }
  const line = cell.closest(".ag-row")?.getAttribute("row-index") ?? "";
  // AG Grid numbers the pinned row "b-0".
  const row = /^\d+$/u.test(line) ? rowPlaceIn(shown, Number(line)) : null;
  if (row === null) return null;
  if (isBeside) return { unit: "rows", place: { row, column: shown.frozen.column === 0 ? shown.columnOffset : 0 } };
  return column === null ? null : { unit: "cells", place: { row, column } };
}
