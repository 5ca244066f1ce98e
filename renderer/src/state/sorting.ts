import type { Filter, Ordering, SortKey } from "@argscope/core/contract/ordering.ts";
import { orderedIn, sliceIn } from "./arranging.ts";
import type { Desk } from "./desk.ts";
import {
  filteredBy,
  isUnordered,
  type OrderedSlice,
  type OrderingState,
  sortedBy,
  thenSortedBy,
  unordered,
  unsortedBy,
} from "./ordering.ts";
import { planeIn } from "./plane.ts";
import type { State } from "./state.ts";

/** What the rows are, or are about to be, in order by. */
export function orderingIn(state: State): Ordering {
  const { ordering } = state;
  return ordering.kind === "running" ? ordering.asked : (orderedIn(state)?.ordering ?? unordered);
}

/** Sorts by one column alone; null: by none. Filters stay. */
export function sortBy(desk: Desk, key: SortKey | null): Promise<void> {
  return orderOrTell(desk, sortedBy(orderingIn(desk.store.getState()), key));
}

/** Sorts equals of the present order by a column too. */
export function sortThenBy(desk: Desk, key: SortKey): Promise<void> {
  return orderOrTell(desk, thenSortedBy(orderingIn(desk.store.getState()), key));
}

export function stopSortingBy(desk: Desk, column: number): Promise<void> {
  return orderOrTell(desk, unsortedBy(orderingIn(desk.store.getState()), column));
}

/**
 * Shows only the rows whose cell in a column passes; null: whatever stands there. Another filter of that column goes.
 *
 * @returns why not, in a sentence; null where it is done, or something newer was asked.
 */
export function filterBy(desk: Desk, column: number, filter: Filter | null): Promise<string | null> {
  return order(desk, filteredBy(orderingIn(desk.store.getState()), column, filter));
}

export function clearOrdering(desk: Desk): Promise<void> {
  return orderOrTell(desk, unordered);
}

async function orderOrTell(desk: Desk, asked: Ordering): Promise<void> {
  const refusal = await order(desk, asked);
  if (refusal !== null) desk.store.setState({ notice: { tone: "error", text: refusal, action: null } });
}

/**
 * Shows the rows in another order, or others. The present ones stay until the new order is there, and stay when it cannot be had.
 * Indices, row numbers and answers are the array's in any order.
 */
async function order(desk: Desk, asked: Ordering): Promise<string | null> {
  const { store, engine, shelf } = desk;
  const plane = planeIn(desk, store.getState());
  const slice = sliceIn(store.getState());
  if (plane === null || slice === null) return null;
  const last = orderedIn(store.getState());
  const running: OrderingState = { kind: "running", asked, progress: 0, last };
  store.setState({ ordering: running });
  const isCurrent = (): boolean => isAsked(store.getState(), asked);
  const answer = await engine.ask(
    "order",
    { plane: plane.shared, ordering: asked },
    {
      replaces: true,
      progress: (progress) => {
        if (isCurrent()) store.setState({ ordering: { ...running, progress } });
      },
    },
  );
  if (!isCurrent()) return null;
  if (answer.ok) {
    store.setState(shownIn(store.getState(), shelf, slice, asked, answer.value));
    return null;
  }
  store.setState({ ordering: last === null ? { kind: "none" } : { kind: "done", ordered: last } });
  return answer.fault.tag === "Cancelled" ? null : answer.fault.message;
}

/** Stops the ordering that is under way. The rows stay as they are shown. */
export function cancelOrdering(desk: Desk): void {
  desk.engine.cancel("order");
}

function isAsked({ ordering }: State, asked: Ordering): boolean {
  return ordering.kind === "running" && ordering.asked === asked;
}

function shownIn(
  { view }: State,
  shelf: Desk["shelf"],
  slice: OrderedSlice,
  ordering: Ordering,
  made: Parameters<Desk["shelf"]["putOrder"]>[1] | null,
): Partial<State> {
  const top = { view: { ...view, rowOffset: 0 } };
  if (made === null || isUnordered(ordering)) return { ...top, ordering: { kind: "none" } };
  const serial = shelf.putOrder(slice.handle, made);
  return { ...top, ordering: { kind: "done", ordered: { ...slice, serial, ordering, rows: made.rows.shape[0] ?? 0 } } };
}

/**
 * Another slice of the same array is ordered anew, by its own numbers; another array, or another mapping of its dimensions, is
 * shown as it is. Returns how to stop.
 */
export function watchSlices(desk: Desk): () => void {
  return desk.store.subscribe((state, before) => {
    const slice = sliceIn(state);
    const ordered = orderedIn(state);
    if (state.view === before.view || state.ordering.kind !== "done" || ordered === null || slice === null) return;
    if (ordered.fixed !== slice.fixed) void orderOrTell(desk, ordered.ordering);
  });
}
