import type { Desk } from "./desk.ts";
import { rememberMapping } from "./mapping-memory.ts";
import { chooseOperand, regionText } from "./operand.ts";
import type { Ready } from "./session.ts";
import { ready, type State } from "./state.ts";
import type { View } from "./view.ts";
import { isShown, type Mapping, mapped, sliced } from "./viewing.ts";

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
  show(desk, sliced(desk.store.getState(), dimension, position));
}

/** Lets rows and columns run along other dimensions, see `mapped`, and keeps that in mind for files of this name and shape. */
export function mapSlice(desk: Desk, change: Partial<Mapping>): void {
  const state = desk.store.getState();
  const session = ready(state);
  const view = mapped(state, change);
  show(desk, view);
  if (session !== null && view !== null) rememberMapping(session, { rowAxis: view.rowAxis, columnAxis: view.columnAxis });
}

/** Rows and columns change places. */
export function swapRowsAndColumns(desk: Desk): void {
  const { rowAxis, columnAxis } = desk.store.getState().view;
  if (rowAxis !== null && columnAxis !== null) mapSlice(desk, { rowAxis: columnAxis, columnAxis: rowAxis });
}

/** Shows a slice. Where the slice alone is reduced, it is asked of in the same step: no state has the one without the other. */
function show(desk: Desk, view: View | null): void {
  const state = desk.store.getState();
  const session = ready(state);
  if (session === null || view === null) return;
  const text = sliceText(session, view);
  if (reducesSlice(state) && text !== state.choice.of) void chooseOperand(desk, text, {}, null, view);
  else desk.store.setState({ view });
}
