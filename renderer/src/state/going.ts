import type { Desk } from "./desk.ts";
import { planeIn } from "./plane.ts";
import { goToPlace } from "./selecting.ts";
import type { Ready } from "./session.ts";
import { ready, type State } from "./state.ts";
import { jump } from "./viewing.ts";

/** Where a text leads: the index of a cell, one number per dimension; or why it leads nowhere. */
type Destination =
  | { readonly kind: "index"; readonly index: readonly number[] }
  | { readonly kind: "problem"; readonly text: string };

const WHERE_TO = "Type a row and a column, such as 12, 3.";

/**
 * Goes to what someone typed: a row, a row and a column, a full index, or a row's label.
 *
 * @returns why there is no such place; null when it is there.
 */
export async function goTo(desk: Desk, text: string): Promise<string | null> {
  const state = desk.store.getState();
  const session = ready(state);
  if (session === null) return "Nothing is open.";
  const numbers = numbersIn(text);
  const found = numbers === null ? await labelled(desk, session, text.trim()) : destinationOf(session, state, numbers);
  if (found.kind === "problem") return found.text;
  if (ready(desk.store.getState())?.handle !== session.handle) return "Something else was opened meanwhile.";
  jump(desk, found.index);
  const { selected } = desk.store.getState();
  if (selected.kind === "none") return "This cell is filtered out or hidden.";
  goToPlace(desk, selected.anchor);
  return null;
}

/** `12`, `12, 3`, `(4, 0, 2)`, `[12, 3]`, `12 3`; null for anything else. */
function numbersIn(text: string): number[] | null {
  const inner = text.trim().replace(/^\((.*)\)$|^a?\[(.*)\]$/su, "$1$2");
  const parts = inner.split(/[\s,;]+/u).filter((part) => part !== "");
  return parts.length > 0 && parts.every((part) => /^[+-]?\d+$/u.test(part)) ? parts.map(Number) : null;
}

function destinationOf({ shape }: Ready, { view, selected }: State, numbers: readonly number[]): Destination {
  const { rowAxis, columnAxis, fixed } = view;
  const index = [...fixed];
  const here = selected.kind === "none" ? { row: 0, column: 0 } : selected.anchor;
  const [row, column] = numbers;
  if (numbers.length === shape.length) {
    for (const [axis, position] of numbers.entries()) index[axis] = position;
  } else if (row !== undefined && rowAxis !== null && (numbers.length === 1 || (numbers.length === 2 && columnAxis !== null))) {
    index[rowAxis] = row;
    if (columnAxis !== null) index[columnAxis] = column ?? Math.min(here.column, (shape[columnAxis] ?? 1) - 1);
  } else {
    return problem(shape.length === 1 ? "This array has one dimension: type one number." : wantedNumbers(shape.length));
  }
  for (const [axis, position] of index.entries()) {
    const length = shape[axis] ?? 0;
    if (position < -length || position >= length) return problem(outOfRange(axis, position, length, view));
  }
  return { kind: "index", index: index.map((position, axis) => (position < 0 ? position + (shape[axis] ?? 0) : position)) };
}

function wantedNumbers(ndim: number): string {
  return ndim <= 2 ? WHERE_TO : `Type a row and a column, or one number for each of the ${ndim} dimensions.`;
}

function outOfRange(axis: number, position: number, length: number, { rowAxis, columnAxis }: State["view"]): string {
  if (length === 0) return "This array has no cells.";
  const what = axis === rowAxis ? "Row" : axis === columnAxis ? "Column" : `Position ${axis} of the index,`;
  return `${what} ${position.toLocaleString("en")} is out of range: there are 0 to ${(length - 1).toLocaleString("en")}.`;
}

async function labelled(desk: Desk, session: Ready, text: string): Promise<Destination> {
  const state = desk.store.getState();
  const plane = planeIn(desk, state);
  if (text === "") return problem(wantedNumbers(session.shape.length));
  if (plane === null || !plane.shared.hasLabels) return problem(`The rows of this array have no names. ${WHERE_TO}`);
  const answer = await desk.engine.ask("findLabel", { plane: plane.shared, text }, { replaces: true });
  if (!answer.ok) return problem(answer.fault.message);
  const { row } = answer.value;
  return row === null ? problem(`No row is called “${text}”.`) : destinationOf(session, state, [row]);
}

function problem(text: string): Destination {
  return { kind: "problem", text };
}
