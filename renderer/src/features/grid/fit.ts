import { resizeColumn } from "../../state/arranging-columns.ts";
import type { Desk } from "../../state/desk.ts";
import { cellText, type Frame } from "./frame.ts";
import { headerOf, type TextWidth } from "./metrics.ts";
import { frameIn } from "./selectors.ts";
import { columnContent, ROW_SLOTS } from "./slots.ts";
import { textWidthIn } from "./text-width.ts";

/** Around the text of a cell and beside the icon of a winner; of a header with its marks. In px. */
const CELL = 36;
const HEADER = 40;
/** Of the first rows so many are looked at, beside those in sight. */
const FIRST = 1000;

/** Makes a column as wide as the texts need that are in sight, and its header. */
export function fitColumn(desk: Desk, column: number): void {
  const state = desk.store.getState();
  const frame = frameIn(desk, state);
  const host = document.querySelector<HTMLElement>(".grid-host");
  if (frame === null || host === null) return;
  resizeColumn(desk, column, fittingWidth(frame, column, state.view.rowOffset, textWidthIn(host)));
}

/** @param from  the place of the first row in sight. */
export function fittingWidth(frame: Frame, column: number, from: number, textWidth: TextWidth): number {
  const content = columnContent(frame, column);
  let widest = textWidth(headerOf(frame, column)) + HEADER;
  const text = (row: number): string => {
    if (content.kind === "number") return cellText(frame, row, content.column);
    return content.kind === "text" ? (frame.labels[content.label]?.text(row) ?? "") : "";
  };
  const places = new Set([...range(0, FIRST), ...range(from, from + ROW_SLOTS)]);
  let longest = "";
  for (const place of places) {
    if (place >= frame.shownRows) continue;
    const here = text(frame.rowAt(place));
    if (here.length >= longest.length) {
      longest = here;
      widest = Math.max(widest, textWidth(here) + CELL);
    }
  }
  return Math.ceil(widest);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
