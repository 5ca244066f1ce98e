import type { Desk } from "./desk.ts";
import { chooseOperand, regionText } from "./operand.ts";
import type { Ready } from "./session.ts";
import { ready, type State } from "./state.ts";
import type { View } from "./view.ts";
import { isShown, map, slice } from "./viewing.ts";

/** The slice in sight, as NumPy writes it: `a[3, :, :, 0]`. */
export function sliceText(session: Ready, view: Pick<View, "rowAxis" | "columnAxis" | "fixed">): string {
  const entries = session.shape.map((_, dimension) => (isShown(view, dimension) ? ":" : String(view.fixed[dimension] ?? 0)));
  return regionText(session, entries.join(", "));
}

/** Whether the slice in sight alone is reduced. */
export function reducesSlice(state: State): boolean {
  const session = ready(state);
  return session !== null && state.choice.of === sliceText(session, state.view);
}

/** Reduces the slice in sight alone, from now on whichever it is; or all that is shown. */
export async function reduceSlice(desk: Desk, isAlone: boolean): Promise<void> {
  const state = desk.store.getState();
  const session = ready(state);
  if (session !== null) await chooseOperand(desk, isAlone ? sliceText(session, state.view) : session.of);
}

/** Moves along a dimension. Where the slice alone is reduced the answer goes with it. */
export function moveSlice(desk: Desk, dimension: number, position: number): void {
  following(desk, () => slice(desk, dimension, position));
}

/** Lets rows and columns run along other dimensions; see `map`. */
export function mapSlice(desk: Desk, change: Parameters<typeof map>[1]): void {
  following(desk, () => map(desk, change));
}

/** Rows and columns change places. */
export function swapRowsAndColumns(desk: Desk): void {
  const { rowAxis, columnAxis } = desk.store.getState().view;
  if (rowAxis !== null && columnAxis !== null) map(desk, { rowAxis: columnAxis, columnAxis: rowAxis });
}

function following(desk: Desk, move: () => void): void {
  const isAlone = reducesSlice(desk.store.getState());
  const { fixed } = desk.store.getState().view;
  move();
  if (isAlone && desk.store.getState().view.fixed !== fixed) void reduceSlice(desk, true);
}
