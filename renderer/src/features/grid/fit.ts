import { resizeColumn } from "../../state/arranging-columns.ts";
import type { Desk } from "../../state/desk.ts";
import { cellText, type Frame } from "./frame.ts";
import { cellWidth, headerOf, type TextWidth } from "./metrics.ts";
import { frameIn } from "./selectors.ts";
import { columnContent, ROW_SLOTS } from "./slots.ts";
import { textWidthInGrid } from "./text-width.ts";

/** Around the text of a header with its marks, in px. */
const HEADER = 40;
/** Of the first rows so many are looked at, beside those in sight. */
const FIRST = 1000;

/**
 * Makes a column as wide as the texts need that are in sight, and its header.
 *
 * @returns its width now, in px; null where nothing is shown.
 */
export function fitColumn(desk: Desk, column: number): number | null {
  const state = desk.store.getState();
  const frame = frameIn(desk, state);
  const textWidth = textWidthInGrid();
  if (frame === null || textWidth === null) return null;
  return resizeColumn(desk, column, fittingWidth(frame, column, state.view.rowOffset, textWidth));
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
      widest = Math.max(widest, cellWidth(here, textWidth));
    }
  }
  return Math.ceil(widest);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
