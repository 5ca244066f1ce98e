import type { Desk } from "../../state/desk.ts";
import { answered, ready, type State } from "../../state/state.ts";
import { type Frame, frameOf } from "./frame.ts";

/** The frame that a state stands for; null where nothing is open. The arrays come from the desk's shelf. */
export function frameIn({ shelf }: Pick<Desk, "shelf">, state: State): Frame | null {
  const session = ready(state);
  const held = session === null ? undefined : shelf.held(session.handle);
  if (held === undefined) return null;
  const answer = answered(state);
  const indices = answer === null ? undefined : shelf.indices(answer.serial);
  return frameOf({
    array: held.array,
    fixed: state.view.fixed,
    columnNames: held.columns,
    labels: held.labels,
    answer: answer === null || indices === undefined ? null : { reduction: answer.reduction, indices },
  });
}
