import { laneAt, winnerOf } from "../../state/lane-winner.ts";
import { labelOf, reason } from "../../state/lane-words.ts";
import { columnTitle, type Frame } from "./frame.ts";
import { fullIndex } from "./full-index.ts";
import { laneAxis } from "./lanes.ts";
import type { Mark } from "./marks.ts";

/** What a marked cell says of itself to who cannot see its colour. @param why  as `winnerAt` says it; empty: nobody knows. */
export function describe(frame: Frame, mark: Mark, row: number, column: number, why = ""): string {
  if (mark === null || frame.answer === null) return "";
  const { operation } = frame.answer.reduction;
  if (mark === "first" && why !== "") return `winner: ${operation} of ${why}`;
  const lane = laneTitle(frame, row, column);
  return mark === "first" ? `winner: ${operation} of ${lane}` : `tie: equal to the ${operation} of ${lane}`;
}

const UNKNOWN = { why: "", label: "" };

/** Of a cell's lane: who wins it and why, and the file's own word for where that is. Empty where it is not known. */
export function winnerAt(frame: Frame, row: number, column: number): { readonly why: string; readonly label: string } {
  const winners = frame.winners ?? null;
  const lane = winners === null ? null : laneAt(winners, fullIndex(frame, row, column));
  if (winners === null || lane === null) return UNKNOWN;
  const winner = winnerOf(winners, lane);
  return { why: reason(winners, winner), label: labelOf(winners, winner) };
}

/** The lane that a cell belongs to. */
export function laneTitle(frame: Frame, row: number, column: number): string {
  const axis = frame.answer === null ? null : laneAxis(frame.answer);
  if (axis === null || frame.array.ndim < 2) return "the array";
  if (axis === frame.rowAxis) return columnTitle(frame, column);
  if (axis === frame.columnAxis) return `row ${row}`;
  return `row ${row}, ${columnTitle(frame, column)}`;
}
