import { type Names, namesThrough } from "@argscope/core/expression/index.ts";
import { arrangedIn } from "../../state/arranging.ts";
import { coloredIn } from "../../state/coloring.ts";
import type { Desk } from "../../state/desk.ts";
import { answerInSight } from "../../state/lane-winner.ts";
import { isAwaited } from "../../state/operand.ts";
import { rootOf } from "../../state/session.ts";
import type { Held } from "../../state/shelf.ts";
import { orderingIn } from "../../state/sorting.ts";
import { answered, type State, seen } from "../../state/state.ts";
import { type Frame, frameOf } from "./frame.ts";
import { type Heat, heatOf } from "./heat.ts";

/** The frame that a state stands for; null where nothing is open. The arrays come from the desk's shelf. */
export function frameIn({ shelf }: Pick<Desk, "shelf">, state: State): Frame | null {
  const session = seen(state);
  const held = session === null ? undefined : shelf.held(session.handle);
  if (held === undefined) return null;
  // A view's cells lie in the table's own block; what is computed has no text in any file.
  const texts = (session === null ? null : shelf.held(rootOf(session).handle)?.texts) ?? null;
  const answer = answered(state);
  const indices = answer === null ? undefined : shelf.indices(answer.serial);
  const { rowAxis, columnAxis, fixed } = state.view;
  const { columns, labels } = namesAlong(held, rowAxis, columnAxis);
  const { rows, columns: columnOrder, set } = arrangedIn({ shelf }, state);
  return frameOf({
    array: held.array,
    rowAxis,
    columnAxis,
    fixed,
    columnNames: columns,
    labels,
    texts: texts?.isOf(held.array) ? texts : null,
    edits: held.edits,
    rowOrder: rows,
    columnOrder,
    columnSet: set,
    heat: heatIn({ shelf }, state, held),
    ordering: orderingIn(state),
    hasOwnLabels: session?.root === null && labels === held.labels,
    isAwaited: isAwaited(state),
    winners: answerInSight({ shelf }, state),
    answer: answer === null || indices === undefined ? null : { ...answer, indices },
  });
}

/** What the cells are coloured by: made once, so that frames of the same colours have the same. */
const heats = new WeakMap<object, Heat | null>();

function heatIn({ shelf }: Pick<Desk, "shelf">, state: State, { array }: Held): Heat | null {
  const colored = coloredIn(state);
  const scale = colored === null ? undefined : shelf.scale(colored.serial);
  if (colored === null || scale === undefined) return null;
  const known = heats.get(scale);
  if (known !== undefined) return known;
  const made = heatOf(array, colored.reach, scale.low, scale.high);
  heats.set(scale, made);
  return made;
}

const turned = new WeakMap<Held, Names>();

/** The file's names for rows and columns. Where those of a table have changed places, its labels stand over the columns. */
function namesAlong(held: Held, rowAxis: number | null, columnAxis: number | null): Names {
  if (held.array.ndim !== 2 || rowAxis !== 1 || columnAxis !== 0) return held;
  const known = turned.get(held) ?? namesThrough(TURNED, held.array.shape.toReversed(), held);
  turned.set(held, known);
  return known;
}

const TURNED = [
  { axis: 1, start: 0, step: 1 },
  { axis: 0, start: 0, step: 1 },
];
