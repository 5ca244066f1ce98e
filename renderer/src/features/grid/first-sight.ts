import { answered, type State } from "../../state/state.ts";
import { columnTitle, type Frame } from "./frame.ts";
import { placeOfFlat } from "./lanes.ts";

/** A cell of the frame, in the array's rows and columns. */
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
  const shown = frame.answer;
  const last = before === null ? null : answered(before);
  if (answer === null || shown === null || frame.lanes === null || answer.serial === last?.serial) return null;
  if (answer.reduction.axis === null) {
    return spotIn(frame, placeOfFlat(shown.region, shown.indices.data[shown.indices.offset] as number));
  }
  // A region that was chosen just now begins in sight.
  const isOther = last !== null && last.reduction.of !== answer.reduction.of;
  const start = shown.region.map((taken) => taken.start);
  return isOther && frame.lanes.inside.isInSlice ? spotAt(frame, start) : null;
}

/** Why a cell cannot be brought into sight; null where it can. */
export function whyOutOfSight(frame: Frame, { row, column }: Spot): string | null {
  if (frame.placeOfRow(row) < 0) return `Row ${row} is not shown: a filter leaves it out.`;
  if (frame.placeOfColumn(column) < 0) return `The cell is not shown: ${columnTitle(frame, column)} is hidden.`;
  return null;
}

function columnOf(frame: Frame, index: readonly number[]): number {
  return frame.columnAxis === null ? 0 : (index[frame.columnAxis] ?? 0);
}

/** A cell that is not jumped to, by its full index. */
function spotAt(frame: Frame, index: readonly number[]): Spot {
  return { row: frame.rowAxis === null ? 0 : (index[frame.rowAxis] ?? 0), column: columnOf(frame, index), isJump: false };
}

/** The same; null when it lies in another slice. */
function spotIn(frame: Frame, index: readonly number[]): Spot | null {
  const isHere = frame.fixed.every((position, d) => d === frame.rowAxis || d === frame.columnAxis || index[d] === position);
  return isHere ? spotAt(frame, index) : null;
}
