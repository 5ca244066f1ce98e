import { indexOfLane } from "../reduce/repeated.ts";
import type { AnswerSource, Winner } from "./answer-columns.ts";

/** The winner of every lane, lanes in the answer's order: C order of the dimensions that are left. */
export function* answerWinners({ array, indices, reduction }: AnswerSource): Generator<Winner> {
  const { shape } = array;
  if (reduction.axis === null || shape.length === 0) {
    const index = Number(indices.data[indices.offset]);
    yield { index, cell: unravelled(index, shape) };
    return;
  }
  const axis = reduction.axis < 0 ? reduction.axis + shape.length : reduction.axis;
  const lanes = shape.reduce((product, length, k) => (k === axis ? product : product * length), 1);
  const cell = shape.map(() => 0);
  for (let lane = 0; lane < lanes; lane++) {
    const index = indexOfLane(indices, lane);
    cell[axis] = index;
    yield { index, cell };
    advance(cell, shape, axis);
  }
}

/** The next cell in C order, the axis left as it is. */
function advance(cell: number[], shape: readonly number[], axis: number): void {
  for (let k = shape.length - 1; k >= 0; k--) {
    if (k === axis) continue;
    const next = (cell[k] ?? 0) + 1;
    cell[k] = next < (shape[k] ?? 0) ? next : 0;
    if (next < (shape[k] ?? 0)) return;
  }
}

function unravelled(flat: number, shape: readonly number[]): number[] {
  let rest = flat;
  return shape
    .toReversed()
    .map((length) => {
      const position = rest % length;
      rest = Math.floor(rest / length);
      return position;
    })
    .reverse();
}
