import type { Place } from "@argscope/core/contract/selecting.ts";
import type { Desk } from "../../../state/desk.ts";
import { isSamePlane, planeIn } from "../../../state/plane.ts";
import { rangesShown } from "../../../state/selected.ts";
import { followFocus } from "../../../state/selecting.ts";
import type { State } from "../../../state/state.ts";
import type { Sheet } from "../sheet.ts";
import type { Surface } from "../surface.ts";
import { watchSelectionKeys } from "./keys.ts";
import { NOTHING_SELECTED, SelectionMarks } from "./marks.ts";
import { watchPointer } from "./pointer.ts";
import { pressedOn } from "./pressed.ts";

/** Lets people select in the grid, and paints what is selected. Returns how to stop. */
export function watchSelection(host: HTMLElement, sheet: Sheet, surface: Surface, desk: Desk): () => void {
  host.querySelector("[role=grid]")?.setAttribute("aria-multiselectable", "true");
  surface.onMoved = (cursor) => followFocus(desk, cursor);
  const follow = (state: State, before: State): void => {
    // Cells that only come into sight are painted with what is selected of them anyway.
    if (state.selected === before.selected && isSamePlane(state, before)) return;
    const { selected } = state;
    const plane = planeIn(desk, state);
    sheet.selection = plane === null ? NOTHING_SELECTED : new SelectionMarks(rangesShown(selected, plane));
    sheet.repaintSelection();
    if (selected === before.selected || selected.kind === "none" || selected.reveal === "nothing") return;
    if (selected.reveal === "anchor") arrive(surface, selected.anchor);
    else if (selected.unit !== "all") surface.reveal(headOf(selected), false);
  };
  // The Tab key brings the focus into the grid, to a cell that nobody selected.
  const enter = ({ target }: FocusEvent): void => {
    if (desk.store.getState().selected.kind !== "none" || sheet.shown === null || !(target instanceof Element)) return;
    const pressed = pressedOn(target, sheet.shown);
    if (pressed?.unit === "cells") followFocus(desk, pressed.place);
  };
  host.addEventListener("focusin", enter);
  const stops = [
    () => host.removeEventListener("focusin", enter),
    desk.store.subscribe(follow),
    watchPointer(host, sheet, surface, desk),
    watchSelectionKeys(host, surface, desk),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The focus goes along, unless the person is about something else in the window. */
function arrive(surface: Surface, anchor: Place): void {
  surface.reveal(anchor, true);
  if (document.activeElement === document.body) surface.onEntered();
}

/** Of whole rows the columns need not be brought into sight, and the other way round: null leaves them where they are. */
function headOf({ head, unit }: { readonly head: { row: number; column: number }; readonly unit: string }) {
  return { row: unit === "columns" ? null : head.row, column: unit === "rows" ? null : head.column };
}
