import { ready, type State } from "../../state/state.ts";

/** Whether rows can be in order by a column: records have no order, and one row needs none. */
export function canSort(state: State, column: number): boolean {
  const session = ready(state);
  if (session === null) return false;
  const { rowAxis } = state.view;
  const rows = rowAxis === null ? 1 : (session.shape[rowAxis] ?? 0);
  const isRecord = /^\[|^void/u.test(session.dtype);
  return rows > 1 && (!isRecord || isBesideNumbers(state, column));
}

/** Whether text stands in a column; `column` as in a `Target`. */
export function isTextColumn(state: State, column: number): boolean {
  return isBesideNumbers(state, column) || /^(?:str|bytes)\d/u.test(ready(state)?.dtype ?? "");
}

/** The file's columns of text stand beside the rows and behind the numbers. */
function isBesideNumbers(state: State, column: number): boolean {
  const { columnAxis } = state.view;
  const columns = columnAxis === null ? 1 : (ready(state)?.shape[columnAxis] ?? 0);
  return column < 0 || column >= columns;
}
