import type { SharedPlane } from "@argscope/core/contract/selecting.ts";
import { receivedArray } from "@argscope/core/service/shared.ts";
import type { Desk } from "./desk.ts";
import { chooseOperand, regionText } from "./operand.ts";
import { planeIn } from "./plane.ts";
import { isSingle, rangesShown } from "./selected.ts";
import type { Ready } from "./session.ts";
import { ready, type State } from "./state.ts";

/** What is selected as a slice of what is shown, or why it is none. */
export type SelectionOperand =
  | { readonly kind: "operand"; readonly text: string; readonly axis: number | null }
  | { readonly kind: "none"; readonly reason: string };

/** Asks the chosen function of what is selected. Where that is no slice the notice says why. */
export async function reduceSelection(desk: Desk): Promise<void> {
  const operand = selectionOperand(desk, desk.store.getState());
  if (operand.kind === "operand") await chooseOperand(desk, operand.text, { axis: operand.axis });
  else desk.store.setState({ notice: { tone: "error", text: operand.reason, action: null } });
}

export function selectionOperand(desk: Pick<Desk, "shelf">, state: State): SelectionOperand {
  const session = ready(state);
  const plane = planeIn(desk, state);
  const ranges = plane === null ? [] : rangesShown(state.selected, plane);
  const [range, ...others] = ranges;
  if (session === null || plane === null || range === undefined || isSingle(ranges)) return none("Select some cells first.");
  if (others.length > 0) return none("Select one range: several are no slice of the array.");
  const { cells, rowOrder, columnOrder } = plane.shared;
  const columns = cells.shape[1] ?? 0;
  const inOrder = rowOrder === null ? null : (receivedArray(rowOrder).data as ArrayLike<number>);
  const across = spanOf(columnOrder, range.left, columnOrder === null ? Math.min(range.right, columns) : range.right);
  const down = spanOf(inOrder, range.top, range.bottom);
  if (across === null)
    return none("These columns do not stand side by side in the array. Show them in the array's own order first.");
  if (down === null)
    return none("These rows are sorted or filtered: they are no slice of the array. Show all rows in their own order first.");
  if (across.start >= across.end || across.end > columns) return none("This selection holds text. Select columns of numbers.");
  return { kind: "operand", text: textOf(session, state, down, across, cells), axis: axisOf(session, state) };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The array's positions behind some places, where they are neighbours in the array's order. */
function spanOf(order: ArrayLike<number> | null, start: number, end: number): Span | null {
  if (order === null) return { start, end };
  const first = order[start] as number;
  for (let place = start; place < end; place++) if (order[place] !== first + place - start) return null;
  return { start: first, end: first + end - start };
}

function textOf(session: Ready, { view }: State, down: Span, across: Span, { shape }: SharedPlane["cells"]): string {
  const { rowAxis, columnAxis, fixed } = view;
  const entries = session.shape.map((_, axis) => {
    if (axis === rowAxis) return sliceText(down, shape[0] ?? 0);
    return axis === columnAxis ? sliceText(across, shape[1] ?? 0) : String(fixed[axis] ?? 0);
  });
  return entries.every((entry) => entry === ":") ? session.of : regionText(session, entries.join(", "));
}

function sliceText({ start, end }: Span, length: number): string {
  return start === 0 && end === length ? ":" : `${start}:${end}`;
}

/** The axis that is chosen, among those that the selection keeps: the rows' and the columns'. */
function axisOf(session: Ready, { choice, view }: State): number | null {
  const kept = session.shape.flatMap((_, axis) => (axis === view.rowAxis || axis === view.columnAxis ? [axis] : []));
  if (choice.axis === null) return null;
  if (choice.of !== session.of) return Math.min(choice.axis, kept.length - 1);
  const axis = kept.indexOf(choice.axis);
  return axis === -1 ? 0 : axis;
}

function none(reason: string): SelectionOperand {
  return { kind: "none", reason };
}
