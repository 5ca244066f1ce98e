import type { GridApi, SuppressKeyboardEventParams } from "ag-grid-community";
import { slotId } from "./columns.ts";
import type { Sheet } from "./sheet.ts";
import { lastOffset, SLOTS, shownColumns } from "./slots.ts";

/** Moves the window over the columns of a wide array. */
export type ShowColumnsFrom = (columnOffset: number) => void;

/**
 * Keys that AG Grid would answer in one long task (the first and the last cell), or that lead beyond its slots. Returns true
 * for what is done here.
 */
export function takesKey(sheet: Sheet, showColumnsFrom: ShowColumnsFrom, params: SuppressKeyboardEventParams): boolean {
  const { event, api, column } = params;
  const { shown } = sheet;
  if (shown === null || event.altKey || event.shiftKey) return false;
  const { frame, columnOffset } = shown;
  if (event.ctrlKey || event.metaKey) {
    if (event.key !== "Home" && event.key !== "End") return false;
    const isEnd = event.key === "End";
    showColumnsFrom(isEnd ? lastOffset(frame) : 0);
    void goTo(api, isEnd ? frame.rows - 1 : 0, isEnd ? Math.min(SLOTS, shownColumns(frame)) - 1 : 0);
    return true;
  }
  const next = columnOffset + (event.key === "ArrowRight" ? 1 : -1);
  const isAtEdge =
    (event.key === "ArrowRight" && column.getColId() === slotId(SLOTS - 1) && next <= lastOffset(frame)) ||
    (event.key === "ArrowLeft" && column.getColId() === slotId(0) && next >= 0);
  if (isAtEdge) showColumnsFrom(next);
  return isAtEdge;
}

/** Scrolls and focuses in steps: the grid draws the rows of the place before the focus looks for one of them. */
async function goTo(api: GridApi, row: number, slot: number): Promise<void> {
  if (row < 0 || slot < 0) return;
  api.ensureIndexVisible(row);
  await nextFrame();
  api.ensureColumnVisible(slotId(slot));
  await nextFrame();
  api.setFocusedCell(row, slotId(slot));
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
