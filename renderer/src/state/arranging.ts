import type { SharedArray } from "@argscope/core/contract/worker.ts";
import type { Arrangement } from "./arrangement.ts";
import { type ColumnSet, plainColumns, shownColumns } from "./columns.ts";
import type { Desk } from "./desk.ts";
import type { Ordered, OrderedSlice } from "./ordering.ts";
import { type State, seen } from "./state.ts";

/** Which rows and columns the grid shows, and in which order; null: all of them, in the array's order. */
export interface Arranged {
  readonly rows: Arrangement | null;
  /** The same for the worker: the row at each place. */
  readonly sharedRows: SharedArray | null;
  readonly columns: Arrangement | null;
  /** The column at each place. */
  readonly columnList: readonly number[] | null;
  readonly set: ColumnSet;
}

export function arrangedIn({ shelf }: Pick<Desk, "shelf">, state: State): Arranged {
  const ordered = orderedIn(state);
  const order = ordered === null ? undefined : shelf.order(ordered.serial);
  const set = columnsIn(state);
  const columns = shownColumns(set, columnCount({ shelf }, state));
  return {
    rows: order?.arrangement ?? null,
    sharedRows: order?.rows ?? null,
    columns: columns?.arrangement ?? null,
    columnList: columns?.list ?? null,
    set,
  };
}

/** The order that the grid shows rows in: that of another slice until its own is there, never that of another array or mapping. */
export function orderedIn(state: State): Ordered | null {
  const { ordering } = state;
  const ordered = ordering.kind === "done" ? ordering.ordered : ordering.kind === "running" ? ordering.last : null;
  const slice = sliceIn(state);
  const isOf =
    ordered !== null &&
    slice !== null &&
    ordered.handle === slice.handle &&
    ordered.rowAxis === slice.rowAxis &&
    ordered.columnAxis === slice.columnAxis;
  return isOf ? ordered : null;
}

/** The slice that the grid shows; null where nothing is open. */
export function sliceIn(state: State): OrderedSlice | null {
  const session = seen(state);
  if (session === null) return null;
  const { rowAxis, columnAxis, fixed } = state.view;
  return { handle: session.handle, rowAxis, columnAxis, fixed };
}

/** What a person made of the columns that are shown. */
export function columnsIn(state: State): ColumnSet {
  const key = columnsKey(state);
  return (key === null ? undefined : state.columns.get(key)) ?? plainColumns;
}

/** Under which the set of the columns that are shown is kept; null where nothing is open. */
export function columnsKey(state: State): string | null {
  const slice = sliceIn(state);
  return slice === null ? null : `${slice.handle} ${slice.rowAxis} ${slice.columnAxis}`;
}

/** How many columns there are to show, the hidden ones and those of text among them (see `columnContent`). */
export function columnCount({ shelf }: Pick<Desk, "shelf">, state: State): number {
  const session = seen(state);
  if (session === null) return 0;
  const { rowAxis, columnAxis } = state.view;
  const columns = columnAxis === null ? 1 : (session.shape[columnAxis] ?? 0);
  // With rows and columns of a table in each other's place its text stands over the columns, not beside the rows.
  const labels = rowAxis === 1 ? 0 : (shelf.held(session.handle)?.labels.length ?? 0);
  return columns + Math.max(0, labels - 1);
}
