import type { Fault } from "@argscope/core/contract/result.ts";
import type { Place, Sought } from "@argscope/core/contract/selecting.ts";
import { queryOf } from "@argscope/core/select/query.ts";
import type { Desk } from "./desk.ts";
import { planeIn, type ShownPlane } from "./plane.ts";
import type { Selected } from "./selected.ts";
import { goToPlace, goToRow } from "./selecting.ts";

/** Where a search stands. `wrapped`: it went on from the other end. */
export type Hit =
  | { readonly kind: "none" }
  | { readonly kind: "searching" }
  | { readonly kind: "at"; readonly place: Place; readonly wrapped: "no" | "past the end" | "past the start" }
  | { readonly kind: "nowhere" }
  | { readonly kind: "failed"; readonly fault: Fault };

/** How many there are, as far as they were counted. `done` in 1/1000. */
export interface Count {
  readonly found: number;
  readonly done: number;
}

export type Finding =
  | { readonly kind: "closed"; readonly sought: Sought }
  | { readonly kind: "open"; readonly sought: Sought; readonly hit: Hit; readonly count: Count | null };

/** Cells that the worker looks through at a time: at most some hundredths of a second. */
const CELLS_A_CALL = 2 ** 18;

/** Minutes of counting. A view that repeats its cells may have millions of times as many. */
const MOST_COUNTED = 1e9;

/** What is going on; a newer search makes older ones stale. */
let searches = 0;
/** What was asked for last, and is not found yet. */
let under: Promise<void> = Promise.resolve();
/** Where the last hit was, and what it made of the selection: from there the next search goes on. */
let last: { readonly place: Place; readonly selected: Selected } | null = null;

export function openFind({ store }: Desk): void {
  const { finding } = store.getState();
  if (finding.kind === "closed")
    store.setState({ finding: { kind: "open", sought: finding.sought, hit: { kind: "none" }, count: null } });
}

export function closeFind({ store, engine }: Desk): void {
  const { finding } = store.getState();
  searches++;
  engine.cancel("find");
  store.setState({ finding: { kind: "closed", sought: finding.sought } });
}

/** Looks for something else, from the present cell on, and counts how often it is there. */
export async function seek(desk: Desk, sought: Sought): Promise<void> {
  const { store, engine } = desk;
  engine.cancel("find");
  const search = ++searches;
  const isSought = queryOf(sought) !== null;
  store.setState({ finding: { kind: "open", sought, hit: { kind: isSought ? "searching" : "none" }, count: null } });
  if (!isSought) return;
  await find(desk, search, 1, true);
  await countAll(desk, search);
}

/** The next place, or the one before. Of keys pressed fast each goes on from where the one before led. */
export function findNext(desk: Desk, step: 1 | -1): Promise<void> {
  under = under.then(() => nextFrom(desk, step));
  return under;
}

async function nextFrom(desk: Desk, step: 1 | -1): Promise<void> {
  const { finding } = desk.store.getState();
  if (queryOf(finding.sought) === null) {
    openFind(desk);
  } else if (finding.kind === "closed") {
    openFind(desk);
    const search = ++searches;
    await find(desk, search, step, false);
    void countAll(desk, search);
  } else {
    await find(desk, searches, step, false);
  }
}

/** @param isInclusive  whether the present cell itself may be it. */
async function find(desk: Desk, search: number, step: 1 | -1, isInclusive: boolean): Promise<void> {
  const state = desk.store.getState();
  const plane = planeIn(desk, state);
  if (plane === null) return;
  const size = plane.rows * widthOf(plane);
  const here = cellOf(plane, startOf(state.selected));
  // Looking backwards a stretch begins behind its first cell.
  const from = step === 1 ? here + (isInclusive ? 0 : 1) : here;
  const far = step === 1 ? size : 0;
  const stretches: readonly [from: number, to: number, isWrapped: boolean][] = [
    [from, far, false],
    [size - far, from, true],
  ];
  const { sought } = state.finding;
  for (const [start, end, isWrapped] of stretches) {
    for (let at = start; at !== end; ) {
      const to = step === 1 ? Math.min(end, at + CELLS_A_CALL) : Math.max(end, at - CELLS_A_CALL);
      const answer = await desk.engine.ask("find", { plane: plane.shared, sought, from: at, to, want: "first" });
      if (search !== searches) return;
      if (!answer.ok) {
        if (answer.fault.tag !== "Cancelled") show(desk, { kind: "failed", fault: answer.fault });
        return;
      }
      if (answer.value.first !== null) {
        arrive(desk, answer.value.first);
        const wrapped = !isWrapped ? "no" : step === 1 ? "past the end" : "past the start";
        show(desk, { kind: "at", place: answer.value.first, wrapped });
        return;
      }
      at = to;
    }
  }
  show(desk, { kind: "nowhere" });
}

async function countAll(desk: Desk, search: number): Promise<void> {
  const state = desk.store.getState();
  const plane = planeIn(desk, state);
  if (plane === null || search !== searches) return;
  const size = plane.rows * widthOf(plane);
  const { sought } = state.finding;
  let found = 0;
  const end = Math.min(size, MOST_COUNTED);
  for (let from = 0; from < end; from += CELLS_A_CALL) {
    const to = Math.min(end, from + CELLS_A_CALL);
    const answer = await desk.engine.ask("find", { plane: plane.shared, sought, from, to, want: "count" });
    const { finding } = desk.store.getState();
    if (search !== searches || !answer.ok || finding.kind !== "open") return;
    found += answer.value.count;
    desk.store.setState({ finding: { ...finding, count: { found, done: Math.floor((1000 * to) / size) } } });
  }
}

function arrive(desk: Desk, place: Place): void {
  if (place.column < 0) goToRow(desk, place.row);
  else goToPlace(desk, place);
  last = { place, selected: desk.store.getState().selected };
}

function show({ store }: Desk, hit: Hit): void {
  const { finding } = store.getState();
  if (finding.kind === "open") store.setState({ finding: { ...finding, hit } });
}

function startOf(selected: Selected): Place {
  if (selected.kind === "none") return { row: 0, column: -1 };
  return last !== null && last.selected === selected ? last.place : selected.anchor;
}

/** A row's label is looked at before its cells. */
function widthOf({ columns, shared }: ShownPlane): number {
  return columns + (shared.hasLabels ? 1 : 0);
}

function cellOf(plane: ShownPlane, { row, column }: Place): number {
  return row * widthOf(plane) + Math.max(0, column + (plane.shared.hasLabels ? 1 : 0));
}
