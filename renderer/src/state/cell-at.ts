import { arrangedIn } from "./arranging.ts";
import type { Desk } from "./desk.ts";
import type { CellName } from "./edited-cells.ts";
import { ready, type State } from "./state.ts";

/** Finds the cells that can be edited, by their places among the rows and columns shown. */
export interface CellsShown {
  /** Null: what is shown there cannot be edited. */
  at(row: number, column: number): CellName | null;
  /** The cell as a sentence names it, by the array's own row. */
  rowOf(place: number): number;
  columnOf(place: number): number;
}

/** Null where nothing is open whose cells can be edited: a view that is a copy of its array. */
export function cellsShown({ shelf }: Pick<Desk, "shelf">, state: State): CellsShown | null {
  const session = ready(state);
  const held = session === null ? undefined : shelf.held(session.handle);
  if (session === null || held === undefined || held.edits === null) return null;
  const { shape, strides, offset } = held.array;
  const { rowAxis, columnAxis, fixed } = state.view;
  const { rows, columns } = arrangedIn({ shelf }, state);
  const start = fixed.reduce((sum, position, axis) => sum + position * (strides[axis] ?? 0), offset);
  const perRow = rowAxis === null ? 0 : (strides[rowAxis] ?? 0);
  const perColumn = columnAxis === null ? 0 : (strides[columnAxis] ?? 0);
  const width = columnAxis === null ? 1 : (shape[columnAxis] ?? 0);
  const hasOwnLabels = session.root === null && rowAxis !== 1;
  const rowOf = (place: number): number => rows?.at(place) ?? place;
  const columnOf = (place: number): number => columns?.at(place) ?? place;
  return {
    rowOf,
    columnOf,
    at(rowPlace, columnPlace) {
      const row = rowOf(rowPlace);
      const column = columnOf(columnPlace);
      if (column < width) return { label: null, place: start + row * perRow + column * perColumn };
      return hasOwnLabels ? { label: column - width + 1, place: row } : null;
    },
  };
}
