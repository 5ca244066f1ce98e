import type { Desk } from "./desk.ts";
import { mappingFor } from "./mapping-memory.ts";
import { ready, type State } from "./state.ts";
import type { View } from "./view.ts";

let serials = 0;

/** Brings a cell into sight: the slice it lies in, then the cell. `index` has one number per dimension of what is shown. */
export function jump(desk: Desk, index: readonly number[]): void {
  const { view } = desk.store.getState();
  const fixed = index.map((position, dimension) => (isShown(view, dimension) ? 0 : position));
  desk.store.setState({
    view: fixed.every((position, k) => position === view.fixed[k]) ? view : { ...view, fixed },
    selection: { kind: "cell", index, serial: ++serials },
  });
}

/** Whether rows or columns run along a dimension. */
export function isShown({ rowAxis, columnAxis }: Pick<View, "rowAxis" | "columnAxis">, dimension: number): boolean {
  return dimension === rowAxis || dimension === columnAxis;
}

/** The view of another slice of an array of more than two dimensions; null for the same, and for one beyond the dimension. */
export function sliced({ view, ...state }: State, dimension: number, position: number): View | null {
  const length = ready(state)?.shape[dimension] ?? 0;
  if (isShown(view, dimension) || !Number.isInteger(position) || position < 0 || position >= length) return null;
  return view.fixed[dimension] === position ? null : { ...view, fixed: view.fixed.with(dimension, position) };
}

/** Which dimensions rows and columns are to run along. */
export interface Mapping {
  readonly rowAxis: number;
  readonly columnAxis: number;
}

/**
 * The view whose rows and columns run along other dimensions; null for the same. The same dimension for both gives the other one
 * the place that is left: they change places.
 */
export function mapped({ view, ...state }: State, change: Partial<Mapping>): (View & Mapping) | null {
  if (ready(state) === null || view.rowAxis === null || view.columnAxis === null) return null;
  const { rowAxis = view.rowAxis, columnAxis = view.columnAxis } = change;
  const isTwice = rowAxis === columnAxis;
  const mapping = {
    rowAxis: isTwice && change.rowAxis === undefined ? view.columnAxis : rowAxis,
    columnAxis: isTwice && change.columnAxis === undefined ? view.rowAxis : columnAxis,
  };
  if (mapping.rowAxis === view.rowAxis && mapping.columnAxis === view.columnAxis) return null;
  const fixed = view.fixed.map((position, dimension) => (isShown(mapping, dimension) ? 0 : position));
  return { ...mapping, fixed, rowOffset: 0, columnOffset: 0 };
}

/** Where the grid's window over the slice begins: the row and the column at its top left. */
export function showFrom(desk: Desk, rowOffset: number, columnOffset: number): void {
  const { view } = desk.store.getState();
  if (view.rowOffset === rowOffset && view.columnOffset === columnOffset) return;
  desk.store.setState({ view: { ...view, rowOffset, columnOffset } });
}

/** How an array is shown first: by its last two dimensions, or as its owner last showed one of this name and shape. */
export function firstView(array: { readonly name: string; readonly shape: readonly number[] }): State["view"] {
  const { shape } = array;
  const rowAxis = shape.length === 0 ? null : Math.max(0, shape.length - 2);
  const columnAxis = shape.length < 2 ? null : shape.length - 1;
  return { rowAxis, columnAxis, ...mappingFor(array), fixed: shape.map(() => 0), rowOffset: 0, columnOffset: 0 };
}
