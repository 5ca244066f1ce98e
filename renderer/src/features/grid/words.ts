import { columnTitle, type Frame } from "./frame.ts";
import type { Mark } from "./marks.ts";

/** What a marked cell says of itself to who cannot see its colour. */
export function describe(frame: Frame, mark: Mark, row: number, column: number): string {
  if (mark === null || frame.answer === null) return "";
  const { operation } = frame.answer.reduction;
  const lane = laneTitle(frame, row, column);
  return mark === "first" ? `winner: ${operation} of ${lane}` : `tie: equal to the ${operation} of ${lane}`;
}

/** The lane that a cell belongs to. */
export function laneTitle(frame: Frame, row: number, column: number): string {
  const axis = frame.answer?.reduction.axis ?? null;
  if (axis === null || frame.array.ndim < 2) return "the array";
  if (axis === frame.rowAxis) return columnTitle(frame, column);
  if (axis === frame.columnAxis) return `row ${row}`;
  return `row ${row}, ${columnTitle(frame, column)}`;
}
