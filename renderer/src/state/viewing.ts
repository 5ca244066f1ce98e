import type { Desk } from "./desk.ts";
import { ready } from "./state.ts";

let serials = 0;

/** Brings a cell into sight: the slice it lies in, then the cell. `index` has one number per dimension. */
export function jump(desk: Desk, index: readonly number[]): void {
  const { view } = desk.store.getState();
  const fixed = index.slice(0, -2);
  desk.store.setState({
    view: fixed.every((position, k) => position === view.fixed[k]) ? view : { ...view, fixed },
    selection: { kind: "cell", index, serial: ++serials },
  });
}

/** Shows another slice of an array of more than two dimensions. A position beyond the dimension is not taken. */
export function slice(desk: Desk, dimension: number, position: number): void {
  const state = desk.store.getState();
  const length = ready(state)?.shape[dimension] ?? 0;
  if (!Number.isInteger(position) || position < 0 || position >= length) return;
  desk.store.setState({ view: { ...state.view, fixed: state.view.fixed.with(dimension, position) } });
}

/** Where the grid's window over the slice begins: the row and the column at its top left. */
export function showFrom(desk: Desk, rowOffset: number, columnOffset: number): void {
  const { view } = desk.store.getState();
  if (view.rowOffset === rowOffset && view.columnOffset === columnOffset) return;
  desk.store.setState({ view: { ...view, rowOffset, columnOffset } });
}
