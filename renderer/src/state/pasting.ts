import type { CellChanges } from "@argscope/core/contract/editing.ts";
import type { Fault } from "@argscope/core/contract/result.ts";
import type { CellRange } from "@argscope/core/contract/selecting.ts";
import { clipboardRows } from "@argscope/core/edits/clipboard-rows.ts";
import { disjoint, rangeSize } from "@argscope/core/select/range.ts";
import { type CellsShown, cellsShown } from "./cell-at.ts";
import { columnName } from "./column-name.ts";
import type { Desk } from "./desk.ts";
import type { CellName } from "./edited-cells.ts";
import { edit } from "./editing.ts";
import { planeIn } from "./plane.ts";
import { rangesShown } from "./selected.ts";
import { rootOf } from "./session.ts";
import { ready, type State } from "./state.ts";

/** What a paste may change at once, so that the window never stands still. */
const MOST_CELLS = 20_000;

/** So much, in characters or cells, is worked on in several tasks, in which the person may do something else. */
const LONG = 5000;

/** A cell and the text that it gets; the places are of those shown. */
interface Given {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Writes text from the clipboard over the cells from the selection's top left one on, all of it or nothing. One cell alone fills
 * the whole selection.
 */
export async function paste(desk: Desk, text: string): Promise<void> {
  const state = desk.store.getState();
  const plane = planeIn(desk, state);
  const session = state.session.kind === "ready" ? state.session : null;
  const ranges = plane === null ? [] : disjoint(rangesShown(state.selected, plane));
  const [first] = ranges;
  if (plane === null || session === null || first === undefined) return;
  const rows = clipboardRows(text, rootOf(session).origin.point);
  if (text.length > LONG) await nextTask();
  const [only] = rows;
  if (rows.length === 1 && only?.length === 1) {
    await give(desk, state, "pasted", ranges, only[0] ?? "");
    return;
  }
  const count = rows.reduce((sum, cells) => sum + cells.length, 0);
  if (count > MOST_CELLS) {
    refuse(desk, `Nothing was pasted: it has ${figure(count)} cells, and ${figure(MOST_CELLS)} is the most at once.`);
    return;
  }
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const isTooTall = first.top + rows.length > plane.rows;
  if (isTooTall || first.left + width > plane.columns) {
    const [left, what] = isTooTall ? [plane.rows - first.top, "row"] : [plane.columns - first.left, "column"];
    const size = `${figure(rows.length)} × ${figure(width)} cells`;
    refuse(
      desk,
      `Nothing was pasted: it has ${size}, and from here on there ${left === 1 ? "is" : "are"} ${counted(left, what)}.`,
    );
    return;
  }
  const given = rows.flatMap((cells, row) => {
    return cells.map((cell, column) => ({ row: first.top + row, column: first.left + column, text: cell }));
  });
  await change(desk, state, "pasted", given);
}

/** Empties what is selected: numbers become NaN, labels the empty text. */
export async function clearSelected(desk: Desk): Promise<void> {
  const state = desk.store.getState();
  const plane = planeIn(desk, state);
  if (plane !== null && state.session.kind === "ready")
    await give(desk, state, "cleared", disjoint(rangesShown(state.selected, plane)), "");
}

type Deed = "pasted" | "cleared";

/** Gives every cell of some ranges the same text. */
async function give(desk: Desk, state: State, deed: Deed, ranges: readonly CellRange[], text: string): Promise<void> {
  const count = ranges.reduce((sum, range) => sum + rangeSize(range), 0);
  if (count > MOST_CELLS) {
    refuse(desk, `Nothing was ${deed}: ${figure(count)} cells are selected, and ${figure(MOST_CELLS)} is the most at once.`);
    return;
  }
  const given: Given[] = [];
  for (const { top, left, bottom, right } of ranges) {
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) given.push({ row, column, text });
    }
  }
  await change(desk, state, deed, given);
}

/** @param state in which the places were chosen: sorting and scrolling go on meanwhile */
async function change(desk: Desk, state: State, deed: Deed, given: readonly Given[]): Promise<void> {
  const shown = cellsShown(desk, state);
  const cells = shown === null ? [null] : given.map(({ row, column }) => shown.at(row, column));
  if (shown === null || cells.includes(null)) {
    refuse(desk, `Nothing was ${deed}: what is shown here is worked out from the array, and cannot be edited.`);
    return;
  }
  const { changes, order } = grouped(cells as readonly CellName[], given);
  if (given.length > LONG) await nextTask();
  // Another file was opened meanwhile.
  if (ready(desk.store.getState())?.handle !== ready(state)?.handle) return;
  const name = `${deed === "pasted" ? "paste" : "clearing"} of ${counted(given.length, "cell")}`;
  const fault = await edit(desk, changes, name);
  if (fault !== null) refuse(desk, `Nothing was ${deed}. ${whereOf(desk, shown, given, order, fault)}${fault.message}`);
}

/** The cells of the array together, and those of each column of labels. `order`: of each, which of those given it was. */
function grouped(cells: readonly CellName[], given: readonly Given[]): { changes: CellChanges[]; order: number[][] } {
  const groups = new Map<number | null, { places: number[]; texts: string[]; order: number[] }>();
  cells.forEach(({ label, place }, k) => {
    const group = groups.get(label) ?? { places: [], texts: [], order: [] };
    groups.set(label, group);
    group.places.push(place);
    group.texts.push(given[k]?.text ?? "");
    group.order.push(k);
  });
  return {
    changes: [...groups].map(([label, { places, texts }]) => ({ label, places, texts })),
    order: [...groups.values()].map((group) => group.order),
  };
}

/** Which cell a refusal is about. */
function whereOf(desk: Desk, shown: CellsShown, given: readonly Given[], order: number[][], { fields }: Fault): string {
  const cell = given[order[Number(fields["change"])]?.[Number(fields["cell"])] ?? -1];
  if (cell === undefined) return "";
  return `Row ${shown.rowOf(cell.row)}, ${columnName(desk, desk.store.getState(), shown.columnOf(cell.column))}: `;
}

function figure(count: number): string {
  return count.toLocaleString("en");
}

function counted(count: number, what: string): string {
  return `${figure(count)} ${what}${count === 1 ? "" : "s"}`;
}

function refuse({ store }: Desk, text: string): void {
  store.setState({ notice: { tone: "error", text, action: null } });
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
