import { answerPlace } from "./answer-place.ts";
import type { Shown } from "./shown.ts";
import { columnPlaceIn, rowPlaceIn } from "./shown.ts";

/** Places among the rows and columns shown as assistive technology counts them: from 1, and the header is the first row. */

const HEADER_ROWS = 1;

export function ariaRowCount({ frame }: Shown, hasAnswerRow: boolean): number {
  return HEADER_ROWS + frame.shownRows + (hasAnswerRow ? 1 : 0);
}

export function ariaColumnCount(shown: Shown, hasAnswerColumn: boolean): number {
  return columnsBefore(shown) + shown.frame.shownColumns + (hasAnswerColumn ? 1 : 0);
}

/** Null for a row slot that shows nothing. */
export function ariaRowIndex(shown: Shown, rowSlot: number, isAnswerRow: boolean): number | null {
  if (isAnswerRow) return HEADER_ROWS + shown.frame.shownRows + 1;
  const place = rowPlaceIn(shown, rowSlot);
  return place === null ? null : HEADER_ROWS + place + 1;
}

/** Where a column stands: for who hears it, and in px within its part of the grid (pinned left, moving, pinned right). */
export interface ColumnPlace {
  readonly ariaColumn: number;
  readonly left: number;
  readonly width: number;
}

export function rowNumberPlace({ widths }: Shown): ColumnPlace {
  return { ariaColumn: 1, left: 0, width: widths.rowNumbers };
}

/** Null where the file has no labels. */
export function labelPlace({ frame, widths }: Shown): ColumnPlace | null {
  return frame.labels.length > 0 ? { ariaColumn: 2, left: widths.rowNumbers, width: widths.labels } : null;
}

/** Null for a column slot that shows nothing. */
export function slotPlace(shown: Shown, slot: number): ColumnPlace | null {
  const { widths } = shown;
  const place = columnPlaceIn(shown, slot);
  if (place === null) return null;
  let left = 0;
  for (let before = 0; before < slot; before++) left += widths.slots[before] ?? 0;
  return { ariaColumn: columnsBefore(shown) + place + 1, left, width: widths.slots[slot] ?? 0 };
}

/** Null where the answer does not stand beside the rows. */
export function answerPlaceOf(shown: Shown): ColumnPlace | null {
  if (answerPlace(shown.frame) !== "column") return null;
  return { ariaColumn: ariaColumnCount(shown, true), left: 0, width: shown.widths.answer };
}

/** The row numbers, and the labels where the file has them. */
function columnsBefore({ frame }: Shown): number {
  return frame.labels.length > 0 ? 2 : 1;
}
