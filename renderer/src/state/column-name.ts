import type { Desk } from "./desk.ts";
import { ready, type State } from "./state.ts";

/** A column as a sentence names it; `column` as in a `Target`. */
export function columnName({ shelf }: Pick<Desk, "shelf">, state: State, column: number): string {
  const session = ready(state);
  const held = session === null ? undefined : shelf.held(session.handle);
  const { rowAxis, columnAxis } = state.view;
  const columns = columnAxis === null ? 1 : (session?.shape[columnAxis] ?? 0);
  if (column < 0 || column >= columns) return held?.labels[column < 0 ? 0 : column - columns + 1]?.name ?? "labels";
  const name = rowAxis === 1 ? undefined : held?.columns[column];
  return name ? `column ${column} (${name})` : `column ${column}`;
}
