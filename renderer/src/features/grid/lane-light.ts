import type { Desk } from "../../state/desk.ts";
import { focusAt, light } from "../../state/lighting.ts";
import { fullIndex } from "./full-index.ts";
import { laneAxis } from "./lanes.ts";
import type { Sheet } from "./sheet.ts";
import type { Shown } from "./shown.ts";
import { targetOf } from "./target.ts";

/**
 * Lights the lane of the cell under the pointer, or else of the one that has the focus: one element over the cells that only
 * moves, so that a move of the pointer paints no cell. Returns how to stop.
 */
export function watchLanes(room: HTMLElement, host: HTMLElement, sheet: Sheet, desk: Desk): () => void {
  const band = document.createElement("div");
  band.className = "lane-light";
  band.ariaHidden = "true";
  band.hidden = true;
  room.append(band);
  let pointer: { readonly x: number; readonly y: number } | null = null;
  let cell: Element | null = null;
  let awaited = 0;

  const show = (next: Element | null): void => {
    cell = next;
    const { shown } = sheet;
    const index = next === null || shown === null ? null : indexOf(next, shown);
    light(desk, index);
    place(band, room, index === null ? null : next, shown);
  };
  /** The focus, for F8 to go on from; its lane is lit where no pointer is over the cells. */
  const onFocus = (): void => {
    const next = host.contains(document.activeElement) ? cellOf(document.activeElement) : null;
    const { shown } = sheet;
    const index = next === null || shown === null || host.hasAttribute("data-focus-away") ? null : indexOf(next, shown);
    if (index !== null) focusAt(desk, index);
    if (pointer === null) show(index === null ? null : next);
  };
  const onMove = (event: PointerEvent): void => {
    pointer = { x: event.clientX, y: event.clientY };
    const next = cellOf(event.target);
    if (next !== cell) show(next);
  };
  const onLeave = (): void => {
    pointer = null;
    onFocus();
  };
  const onBlur = (): void => {
    if (pointer === null) show(null);
  };
  /** The window or the answer is another one: the cell stands for something else, or another cell is under the pointer. */
  const again = (): void => {
    cancelAnimationFrame(awaited);
    awaited = requestAnimationFrame(() => {
      onFocus();
      if (pointer !== null) show(cellOf(document.elementFromPoint(pointer.x, pointer.y)));
    });
  };
  host.addEventListener("pointermove", onMove, { passive: true });
  host.addEventListener("pointerleave", onLeave);
  host.addEventListener("focusin", onFocus);
  host.addEventListener("focusout", onBlur);
  const unsubscribe = desk.store.subscribe((state, before) => {
    if (state.view !== before.view || state.reduction !== before.reduction || state.ordering !== before.ordering) again();
  });
  return () => {
    cancelAnimationFrame(awaited);
    unsubscribe();
    host.removeEventListener("pointermove", onMove);
    host.removeEventListener("pointerleave", onLeave);
    host.removeEventListener("focusin", onFocus);
    host.removeEventListener("focusout", onBlur);
    band.remove();
  };
}

function cellOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(".ag-cell") : null;
}

/**
 * The full index of what a cell shows; of the answer and of what stands beside a lane, that of the lane's first element. Null for a
 * cell that belongs to no lane.
 */
function indexOf(cell: Element, shown: Shown): number[] | null {
  const target = targetOf(cell, shown);
  const { frame } = shown;
  if (target === null || frame.answer === null) return null;
  const axis = laneAxis(frame.answer);
  const inside = frame.lanes?.inside;
  const row = target.row ?? (axis === frame.rowAxis ? (inside?.rows[0] ?? 0) : null);
  // The labels beside the row numbers are a column too, but none of the array's.
  const own = target.column !== null && target.column >= 0 ? target.column : null;
  const column = own ?? (axis === frame.columnAxis ? (inside?.columns[0] ?? 0) : null);
  if (row === null || column === null || column >= frame.columns) return null;
  return fullIndex(frame, row, column);
}

/** Puts the band over the lane of a cell: its column, its row, or where the lane goes through the slices the cell alone. */
function place(band: HTMLElement, room: HTMLElement, cell: Element | null, shown: Shown | null): void {
  const answer = shown?.frame.answer ?? null;
  const area = room.querySelector(".ag-grid-scrollable-area");
  const axis = answer === null ? null : laneAxis(answer);
  if (cell === null || shown === null || answer === null || axis === null || area === null) {
    band.hidden = true;
    return;
  }
  const around = room.getBoundingClientRect();
  const whole = area.getBoundingClientRect();
  const own = cell.getBoundingClientRect();
  const part = (cell.closest(".ag-grid-scrolling-cells") ?? area).getBoundingClientRect();
  const isColumn = axis === shown.frame.rowAxis;
  const isRow = axis === shown.frame.columnAxis;
  const left = isRow ? whole.left : Math.max(own.left, part.left);
  const right = isRow ? whole.right : Math.min(own.right, part.right, whole.right);
  const top = isColumn ? whole.top : own.top;
  const bottom = isColumn ? whole.bottom : Math.min(own.bottom, whole.bottom);
  band.dataset["operation"] = answer.reduction.operation;
  band.style.transform = `translate(${left - around.left}px, ${top - around.top}px)`;
  band.style.width = `${right - left}px`;
  band.style.height = `${bottom - top}px`;
  band.hidden = false;
}
