import { understand } from "@argscope/core/edits/understand.ts";
import { ValueError } from "@argscope/core/errors.ts";
import type { Desk } from "./desk.ts";
import { expectEdit, expectRepeat, makeEdit } from "./edit-calls.ts";
import type { Box, Onward, OpenEditor } from "./edits.ts";
import { rootOf } from "./session.ts";
import { ready } from "./state.ts";

let serials = 0;

/** Opens a field over a cell. */
export function startEditing(desk: Desk, start: Omit<OpenEditor, "kind" | "serial" | "handle" | "refusal">): void {
  const session = ready(desk.store.getState());
  if (session === null || !canEdit(desk)) return;
  desk.store.setState({ editing: { kind: "open", serial: ++serials, handle: session.handle, refusal: null, ...start } });
}

/** Has the grid open the field over a cell. */
export function askEditing({ store }: Desk, row: number, column: number): void {
  store.setState({ editing: { kind: "asked", row, column } });
}

export function changeDraft({ store }: Desk, draft: string): void {
  const { editing } = store.getState();
  if (editing.kind === "open") store.setState({ editing: { ...editing, draft, refusal: null } });
}

/** The cell that is edited moved on the screen. */
export function moveEditor({ store }: Desk, box: Box | null): void {
  const { editing } = store.getState();
  if (editing.kind === "open") store.setState({ editing: { ...editing, box } });
}

/** Gives up what was written. */
export function giveUpEditing({ store }: Desk): void {
  if (store.getState().editing.kind !== "none") store.setState({ editing: { kind: "none", onward: "stay" } });
}

/**
 * Takes what was written into the cell; a refusal is said in place and changes nothing.
 *
 * The field is closed before the engine has heard of it: what is typed next is for the next cell.
 */
export async function commitEditing(desk: Desk, onward: Onward): Promise<void> {
  const { editing } = desk.store.getState();
  if (editing.kind !== "open") return;
  const { cell, draft, before } = editing;
  const meant = draft === before ? null : meaning(desk, editing);
  if (meant === null || "refusal" in meant) {
    const refused = meant === null ? null : { ...editing, refusal: meant.refusal };
    desk.store.setState({ editing: refused ?? { kind: "none", onward } });
    return;
  }
  const isOver = expectEdit(desk, cell, meant.text);
  const made = makeEdit(desk, { call: "edit", changes: [{ label: cell.label, places: [cell.place], texts: [draft] }] });
  desk.store.setState({ editing: { kind: "none", onward } });
  const { fault, settle } = await made;
  isOver();
  settle();
  if (fault !== null) refuse(desk, fault.message);
}

/** What a draft will be in its cell. */
function meaning(desk: Desk, { cell, draft }: OpenEditor): { readonly text: string } | { readonly refusal: string } {
  const session = ready(desk.store.getState());
  const root = session === null ? null : rootOf(session);
  const array = desk.shelf.held(root?.handle ?? -1)?.array;
  if (cell.label !== null || root === null || array === undefined) return { text: draft };
  try {
    return { text: understand(draft, array.dtype, root.origin).text };
  } catch (error) {
    if (error instanceof ValueError) return { refusal: error.message };
    throw error;
  }
}

export const undo = (desk: Desk): Promise<void> => repeat(desk, "undo");

export const redo = (desk: Desk): Promise<void> => repeat(desk, "redo");

/** The engine does one thing after the other: it knows which step is the last when its turn comes. */
async function repeat(desk: Desk, call: "undo" | "redo"): Promise<void> {
  if (!canEdit(desk)) return;
  const made = makeEdit(desk, { call });
  expectRepeat(desk, call);
  const { fault, settle } = await made;
  settle();
  if (fault !== null) refuse(desk, fault.message);
}

function refuse({ store }: Desk, text: string): void {
  store.setState({ notice: { tone: "error", text, action: null } });
}

/**
 * Whether cells can be edited now: not while another file is being opened, in whose favour the edits would be given up, and not
 * where a copy of the array is shown, which would not follow them.
 */
export function canEdit({ store, shelf }: Desk): boolean {
  const { session } = store.getState();
  return session.kind === "ready" && (shelf.held(session.handle)?.edits ?? null) !== null;
}
