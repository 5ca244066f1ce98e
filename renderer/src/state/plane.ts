import type { SharedPlane } from "@argscope/core/contract/selecting.ts";
import { sharedArray } from "@argscope/core/service/shared.ts";
import { arrangedIn, columnCount } from "./arranging.ts";
import type { Desk } from "./desk.ts";
import type { Extent } from "./selected.ts";
import { ready, type State } from "./state.ts";

/** What the grid shows: for the worker as a plane, and how many rows and columns that are. */
export interface ShownPlane extends Extent {
  readonly shared: SharedPlane;
}

/** Whether two states show the same plane, in the same order: what is selected of it is then the same cells. */
export function isSamePlane(now: State, before: State): boolean {
  return (
    now.session === before.session &&
    now.view.fixed === before.view.fixed &&
    now.columns === before.columns &&
    now.ordering === before.ordering
  );
}

/** What a state shows; null where nothing is open. */
export function planeIn({ shelf }: Pick<Desk, "shelf">, state: State): ShownPlane | null {
  const session = ready(state);
  const held = session === null ? undefined : shelf.held(session.handle);
  if (session === null || held === undefined) return null;
  const { array, columns: names, labels } = held;
  const { rowAxis, columnAxis, fixed } = state.view;
  const { shape, strides } = array;
  const rows = rowAxis === null ? 1 : (shape[rowAxis] ?? 0);
  const columns = columnAxis === null ? 1 : (shape[columnAxis] ?? 0);
  const cells = {
    ...sharedArray(array),
    shape: [rows, columns],
    strides: [rowAxis === null ? 0 : (strides[rowAxis] ?? 0), columnAxis === null ? 0 : (strides[columnAxis] ?? 0)],
    offset: fixed.reduce((sum, position, axis) => sum + position * (strides[axis] ?? 0), array.offset),
  };
  const arranged = arrangedIn({ shelf }, state);
  const [rowOrder, columnOrder] = [arranged.sharedRows, arranged.columnList];
  // With rows and columns of a table in each other's place its names and its text stand on the other side.
  const isTurned = rowAxis === 1;
  return {
    shared: {
      handle: session.handle,
      cells,
      rowOrder,
      columnOrder,
      names: isTurned ? [] : names,
      hasLabels: labels.length > 0 && !isTurned,
    },
    rows: arranged.rows?.count ?? rows,
    columns: arranged.columns?.count ?? columnCount({ shelf }, state),
  };
}
