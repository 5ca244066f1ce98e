import type { Desk } from "../../state/desk.ts";
import { type AnswerInSight, answerInSight, laneAt, laneDimension, winnerOf } from "../../state/lane-winner.ts";
import { isAwaited } from "../../state/operand.ts";
import { ready, type State } from "../../state/state.ts";
import { isShown } from "../../state/viewing.ts";

/** A winner in words, and its full index where it lies in another slice. */
export interface Elsewhere {
  readonly text: string;
  readonly position: readonly number[] | null;
}

/**
 * What the grid alone does not say of an answer: where the one winner lies that is not in this slice, or that lies in a region with
 * numbers of its own; and of lanes that run through the slices, where the winner of the lane in hand is. Null where the grid says it all.
 */
export function winnerElsewhere(desk: Pick<Desk, "shelf">, state: State): Elsewhere | null {
  const session = ready(state);
  const answer = answerInSight(desk, state);
  if (session === null || answer === null || answer.operand.size === 0) return null;
  const starts = answer.region.map(({ start }) => start);
  const isInSlice = answer.region.every(({ start, count }, d) => {
    const position = state.view.fixed[d] ?? 0;
    return isShown(state.view, d) || (position >= start && position < start + count);
  });
  if (!isInSlice)
    return isAwaited(state) ? null : { text: `${answer.reduction.of} lies in other slices than this.`, position: starts };
  const dimension = laneDimension(answer);
  if (dimension === null) return wholeWinner(answer, session.of, state);
  return isShown(state.view, dimension) ? null : laneWinner(answer, dimension, state);
}

function wholeWinner(answer: AnswerInSight, shown: string, { view }: State): Elsewhere | null {
  const { index, position } = winnerOf(answer, 0);
  const place = `${shown}[${position.join(", ")}]`;
  if (!position.every((each, d) => isShown(view, d) || each === view.fixed[d]))
    return { text: `Winner at ${place}.`, position };
  return answer.reduction.of === shown ? null : { text: `Index ${index} of the region is ${place}.`, position: null };
}

function laneWinner(answer: AnswerInSight, dimension: number, { view, winners }: State): Elsewhere | null {
  const hint = `Axis ${dimension} runs through the slices: a cell is lit where its winner lies in this one.`;
  const { from } = winners;
  if (from === null || from.length !== view.fixed.length) return { text: hint, position: null };
  const cell = view.fixed.map((position, d) => (isShown(view, d) ? (from[d] ?? 0) : position));
  const lane = laneAt(answer, cell);
  if (lane === null) return { text: hint, position: null };
  const { position } = winnerOf(answer, lane);
  const at = position[dimension] as number;
  const cellName = [view.rowAxis, view.columnAxis].flatMap((d) => (d === null ? [] : [cell[d]])).join(", ");
  if (at === view.fixed[dimension])
    return { text: `The winner of the lane through ${cellName} is in this slice.`, position: null };
  return { text: `The winner of the lane through ${cellName} is at axis ${dimension} = ${at}.`, position };
}
