import type { Frame } from "./frame.ts";
import { laneAxis } from "./lanes.ts";

/** Where the answer of a frame can stand beside its lanes: in a row under the columns, in a column beside the rows, or neither. */
export type AnswerPlace = "row" | "column" | "none";

export function answerPlace(frame: Frame | null): AnswerPlace {
  const answer = frame?.answer ?? null;
  const axis = answer === null ? null : laneAxis(answer);
  if (frame === null || axis === null) return "none";
  if (axis === frame.rowAxis) return "row";
  return axis === frame.columnAxis ? "column" : "none";
}
