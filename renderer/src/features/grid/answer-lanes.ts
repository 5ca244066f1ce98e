import type { Frame } from "./frame.ts";
import { winnerOfLane } from "./marks.ts";

/** Where the answer of a frame can stand beside its lanes: in a row under the columns, in a column beside the rows, or neither. */
export type AnswerPlace = "row" | "column" | "none";

export function answerPlace(frame: Frame | null): AnswerPlace {
  const axis = frame?.answer?.reduction.axis ?? null;
  if (frame === null || axis === null) return "none";
  if (axis === frame.rowAxis) return "row";
  return axis === frame.columnAxis ? "column" : "none";
}

/** The answer of a column's lane (place "row") or of a row's lane (place "column"). */
export function laneAnswer(frame: Frame, row: number, column: number): number | null {
  return frame.array.size === 0 ? null : (winnerOfLane(frame, row, column)?.index ?? null);
}
