import { answered, type State } from "../../state/state.ts";
import type { Frame } from "./frame.ts";
import { winnerIndex } from "./marks.ts";

export interface Spot {
  readonly row: number;
  readonly column: number;
  /** Someone asked to go there; else it is only where the answer is. */
  readonly isJump: boolean;
}

/**
 * Which cell a change of state brings into sight: the one that was jumped to, or the winner of a new answer over the whole
 * array, if it lies in this slice.
 */
export function selectionInFrame(frame: Frame, state: State, before: State | null): Spot | null {
  const { selection } = state;
  if (selection.kind === "cell" && (before?.selection.kind !== "cell" || before.selection.serial !== selection.serial)) {
    return {
      row: frame.rowAxis === null ? 0 : (selection.index[frame.rowAxis] ?? 0),
      column: columnOf(frame, selection.index),
      isJump: true,
    };
  }
  const answer = answered(state);
  if (answer === null || answer.serial === (before === null ? null : answered(before)?.serial)) return null;
  if (answer.reduction.axis !== null) return null;
  const winner = winnerIndex(frame, 0, 0);
  return winner === null ? null : spotOfFlat(frame, winner);
}

function columnOf(frame: Frame, index: readonly number[]): number {
  return frame.columnAxis === null ? 0 : (index[frame.columnAxis] ?? 0);
}

/** Where in the frame an element of the ravel lies; null when it lies in another slice. */
function spotOfFlat(frame: Frame, flat: number): Spot | null {
  const index: number[] = [];
  let rest = flat;
  for (const length of [...frame.array.shape].reverse()) {
    index.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  if (!frame.fixed.every((position, axis) => index[axis] === position)) return null;
  return { row: frame.rowAxis === null ? 0 : (index[frame.rowAxis] ?? 0), column: columnOf(frame, index), isJump: false };
}
