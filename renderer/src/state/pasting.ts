import type { Fault } from "@argscope/core/contract/result.ts";
import type { CellRange } from "@argscope/core/contract/selecting.ts";
import { disjoint } from "@argscope/core/select/range.ts";
import { arrangedIn } from "./arranging.ts";
import { columnName } from "./column-name.ts";
import { copySelection, type WriteClipboard } from "./copying.ts";
import type { Desk } from "./desk.ts";
import { makeEdit } from "./edit-calls.ts";
import { nextTask } from "./next-task.ts";
import { planeIn, type ShownPlane } from "./plane.ts";
import { rangesShown } from "./selected.ts";
import { settling } from "./selecting.ts";
import { ready, type State } from "./state.ts";

/** From so many characters on it takes the page's thread some milliseconds to hand a text on. */
const LONG = 1_000_000;

/**
 * Writes text from the clipboard over the cells from the selection's top left one on, all of it or nothing. One cell alone fills
 * the whole selection. The engine cuts the text: the page's thread never goes through it.
 */
export async function paste(desk: Desk, text: string): Promise<void> {
  const way = settling(desk);
  if (way !== undefined) await way;
  const target = targetIn(desk);
  if (target === null) return;
  const { plane, ranges, state } = target;
  // Taking a long text from the clipboard was a task of its own, and handing it on is another.
  if (text.length > LONG) await nextTask();
  if (ready(desk.store.getState())?.handle !== ready(state)?.handle) return;
  const { fault, settle } = await makeEdit(desk, { call: "paste", plane: plane.shared, ranges, text });
  settle();
  if (fault !== null) refuse(desk, `Nothing was pasted${why(desk, state, fault)}`);
}

/** Empties what is selected: numbers become NaN, labels the empty text. */
export async function clearSelected(desk: Desk): Promise<void> {
  const way = settling(desk);
  if (way !== undefined) await way;
  const target = targetIn(desk);
  if (target !== null) await clear(desk, target);
}

/** Copies what is selected, and empties it once it is on the clipboard. */
export async function cutSelected(desk: Desk, write?: WriteClipboard): Promise<void> {
  const way = settling(desk);
  if (way !== undefined) await way;
  const target = targetIn(desk);
  if (target !== null && (await copySelection(desk, "tsv", write))) await clear(desk, target);
}

async function clear(desk: Desk, { plane, ranges, state }: Target): Promise<void> {
  // What was copied takes its time, and another file may be open by now.
  if (ready(desk.store.getState())?.handle !== ready(state)?.handle) return;
  const { fault, settle } = await makeEdit(desk, { call: "clear", plane: plane.shared, ranges });
  settle();
  if (fault !== null) refuse(desk, `Nothing was cleared${why(desk, state, fault)}`);
}

interface Target {
  /** Sorting and scrolling go on meanwhile. */
  readonly state: State;
  readonly plane: ShownPlane;
  readonly ranges: readonly CellRange[];
}

function targetIn(desk: Desk): Target | null {
  const state = desk.store.getState();
  const plane = planeIn(desk, state);
  const ranges = plane === null ? [] : disjoint(rangesShown(state.selected, plane));
  return plane === null || state.session.kind !== "ready" || ranges.length === 0 ? null : { state, plane, ranges };
}

/** Which cell a refusal is about, by the array's own row and column. */
function why(desk: Desk, state: State, { fields, message }: Fault): string {
  const { row, column } = fields;
  // A sentence of its own, or the rest of this one.
  if (typeof row !== "number" || typeof column !== "number") return `${/^\p{Lu}/u.test(message) ? "." : ":"} ${message}`;
  const { rows, columns } = arrangedIn(desk, state);
  return `. Row ${rows?.at(row) ?? row}, ${columnName(desk, state, columns?.at(column) ?? column)}: ${message}`;
}

function refuse({ store }: Desk, text: string): void {
  store.setState({ notice: { tone: "error", text, action: null } });
}
