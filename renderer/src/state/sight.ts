import type { Sight } from "@argscope/core/contract/winners.ts";
import { arrangedIn, columnCount, columnsIn, orderedIn } from "./arranging.ts";
import type { Desk } from "./desk.ts";
import type { AnswerInSight } from "./lane-winner.ts";
import type { State } from "./state.ts";

/** What the grid shows of an answer's array, and in which order. */
export function sightOf({ shelf }: Pick<Desk, "shelf">, { held, region }: AnswerInSight, state: State): Sight {
  const { rowAxis, columnAxis, fixed } = state.view;
  const { sharedRows, columnList } = arrangedIn({ shelf }, state);
  const count = columnCount({ shelf }, state);
  const own = columnAxis === null ? 1 : (held.array.shape[columnAxis] ?? 0);
  // Columns of text behind the numbers take room on the screen, and so on the rail.
  const columns = columnList ?? (count > own ? Array.from({ length: count }, (_, place) => place) : null);
  return { lengths: held.array.shape, parts: region, rowAxis, columnAxis, fixed, rows: sharedRows, columns };
}

/** What a sight depends on, to be compared. */
export interface SightKey {
  readonly fixed: readonly number[];
  readonly ordered: number | null;
  readonly order: readonly number[] | null;
  readonly hidden: ReadonlySet<number>;
}

export function sightKey(state: State): SightKey {
  const { order, hidden } = columnsIn(state);
  return { fixed: state.view.fixed, ordered: orderedIn(state)?.serial ?? null, order, hidden };
}

export function isSameSight(a: SightKey, b: SightKey): boolean {
  return a.fixed === b.fixed && a.ordered === b.ordered && a.order === b.order && a.hidden === b.hidden;
}
