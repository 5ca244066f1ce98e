import type { CellChanges } from "@argscope/core/contract/editing.ts";
import type { Fault } from "@argscope/core/contract/result.ts";
import type { Calls } from "@argscope/core/contract/worker.ts";
import type { Desk } from "./desk.ts";
import type { Box, Onward, OpenEditor } from "./edits.ts";
import { reduce } from "./reducing.ts";
import { type Ready, rootOf } from "./session.ts";
import type { Held } from "./shelf.ts";
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

/** Takes what was written into the cell; a refusal is said in place and changes nothing. */
export async function commitEditing(desk: Desk, onward: Onward): Promise<void> {
  const { editing } = desk.store.getState();
  if (editing.kind !== "open") return;
  const { cell, draft, before, serial } = editing;
  const change = { label: cell.label, places: [cell.place], texts: [draft] };
  const fault = draft === before ? null : await edit(desk, [change], "edit of 1 cell");
  const now = desk.store.getState().editing;
  if (now.kind !== "open" || now.serial !== serial) return;
  desk.store.setState({ editing: fault === null ? { kind: "none", onward } : { ...now, refusal: fault.message } });
}

/**
 * Gives cells other texts, all or none, as one step of the history. The answer follows.
 *
 * @returns why not; null: it is done.
 */
export async function edit(desk: Desk, changes: readonly CellChanges[], name: string): Promise<Fault | null> {
  const { result, isCurrent } = await asked(desk, changes);
  if (!isCurrent) return null;
  if (!result.ok) return result.fault;
  const { kept, inverse } = result.value;
  const hasForgotten = held(desk)?.history.add({ name, forwards: kept, back: inverse });
  taken(desk, result.value);
  if (hasForgotten) {
    const text = "The oldest edits cannot be undone any more: what can be undone fills its 64 MB.";
    desk.store.setState({ notice: { tone: "done", text, action: null } });
  }
  return null;
}

export async function undo(desk: Desk): Promise<void> {
  if (canEdit(desk)) await repeat(desk, held(desk)?.history.undo() ?? null);
}

export async function redo(desk: Desk): Promise<void> {
  if (canEdit(desk)) await repeat(desk, held(desk)?.history.redo() ?? null);
}

/**
 * Whether cells can be edited now: not while another file is being opened, in whose favour the edits would be given up, and not
 * where a copy of the array is shown, which would not follow them.
 */
export function canEdit({ store, shelf }: Desk): boolean {
  const { session } = store.getState();
  return session.kind === "ready" && (shelf.held(session.handle)?.edits ?? null) !== null;
}

async function repeat(desk: Desk, changes: readonly CellChanges[] | null): Promise<void> {
  if (changes === null) return;
  const { result, isCurrent } = await asked(desk, changes);
  if (!isCurrent) return;
  if (result.ok) taken(desk, result.value);
  else desk.store.setState({ notice: { tone: "error", text: result.fault.message, action: null } });
}

async function asked(desk: Desk, changes: readonly CellChanges[]) {
  const handle = opened(desk);
  const result = await desk.engine.ask("edit", { handle: handle ?? -1, changes });
  return { result, isCurrent: handle !== null && opened(desk) === handle };
}

/** The engine has written the cells: the page shows them, and asks for the answer again. */
function taken(desk: Desk, { kept, nanDelta, views }: Calls["edit"]["gives"]): void {
  const { store } = desk;
  const shelved = held(desk);
  if (shelved === null || shelved.edits === null) return;
  shelved.edits.take(kept);
  const { session, edits } = store.getState();
  const { undo: undoes, redo: redoes } = shelved.history.next;
  const counted = (of: Ready): Ready => {
    const more = of.root === null ? nanDelta : views.find(({ handle }) => handle === of.handle)?.nanDelta;
    return { ...of, nanCount: of.nanCount + (more ?? 0), root: of.root && counted(of.root) };
  };
  store.setState({
    ...(session.kind === "ready" ? { session: counted(session) } : {}),
    edits: { revision: edits.revision + 1, changed: shelved.edits.changed, undo: undoes, redo: redoes },
  });
  void reduce(desk);
}

/** The handle of the file's array, also where a view of it is shown; null: nothing is open. */
function opened({ store }: Desk): number | null {
  const session = ready(store.getState());
  return session === null ? null : rootOf(session).handle;
}

function held(desk: Desk): Held | null {
  return desk.shelf.held(opened(desk) ?? -1) ?? null;
}
