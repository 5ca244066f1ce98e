import type { Fault, Result } from "@argscope/core/contract/result.ts";
import type { Calls } from "@argscope/core/contract/worker.ts";
import type { CellName } from "@argscope/core/edits/cell-key.ts";
import type { Asked } from "../engine/engine.ts";
import type { Desk } from "./desk.ts";
import type { EditCall } from "./edits.ts";
import { reduce } from "./reducing.ts";
import { type Ready, rootOf } from "./session.ts";
import type { Held } from "./shelf.ts";
import { ready } from "./state.ts";

/** A change of cells, as the engine is asked for it. */
type Wanted = {
  readonly [K in EditCall]: { readonly call: K } & Omit<Asked<K>, "handle" | "ticket">;
}[EditCall];

/** How a change ended. */
interface Made {
  /** Why it was not made; null: it was, or it was given up. */
  readonly fault: Fault | null;
  /** Shows what became of it. */
  settle(): void;
}

type Reply = Calls["edit"]["gives"];

let tickets = 0;

/** Has the engine change cells, as one step of the history. What takes long says how far it is, and can be given up. */
export async function makeEdit(desk: Desk, wanted: Wanted): Promise<Made> {
  const { store, engine } = desk;
  const handle = opened(desk) ?? -1;
  const ticket = ++tickets;
  const { call, ...takes } = wanted;
  const progress = (thousandths: number): void => {
    const { task } = store.getState();
    if (opened(desk) !== handle || (task.kind !== "idle" && task.kind !== "editing")) return;
    store.setState({ task: { kind: "editing", call, ticket, progress: thousandths } });
  };
  const asked = { ...takes, handle, ticket } as unknown as Asked<"edit">;
  // Every call that changes cells is answered alike.
  let result = await engine.ask(call as "edit", asked, { progress });
  const isGivenUp = !result.ok && result.fault.tag === "Cancelled";
  // It may have been made before the engine heard that nobody wants it.
  if (isGivenUp) result = await engine.ask("withdraw", { handle, ticket });
  const { task } = store.getState();
  if (task.kind === "editing" && task.ticket === ticket) store.setState({ task: { kind: "idle" } });
  return { fault: result.ok ? null : result.fault, settle: () => settle(desk, handle, result) };
}

/** Gives up what is being changed; every cell stays as it was. */
export function cancelEditing({ store, engine }: Desk): void {
  const { task } = store.getState();
  if (task.kind !== "editing") return;
  store.setState({ task: { kind: "idle" } });
  engine.cancel(task.call);
}

/** A cell is shown with a text, and can be undone, before the engine has taken it. @returns how that ends. */
export function expectEdit(desk: Desk, cell: CellName, text: string): () => void {
  const { edits } = desk.store.getState();
  const cells = held(desk)?.edits;
  const isOver = cells?.expect(cell, text);
  const changed = cells?.changed ?? edits.changed;
  desk.store.setState({ edits: { revision: edits.revision + 1, changed, undo: edits.undo ?? "edit of 1 cell", redo: null } });
  return () => isOver?.();
}

/** What is undone can be redone, and the other way round, before the engine has done it. */
export function expectRepeat({ store }: Desk, call: "undo" | "redo"): void {
  const { edits } = store.getState();
  store.setState({
    edits: call === "undo" ? { ...edits, redo: edits.redo ?? edits.undo } : { ...edits, undo: edits.undo ?? edits.redo },
  });
}

/** The engine has written the cells, or has refused to: the page shows them, and asks for the answer again. */
function settle(desk: Desk, handle: number, result: Result<Reply>): void {
  const { store } = desk;
  const edited = held(desk)?.edits ?? null;
  if (opened(desk) !== handle || edited === null) return;
  const { session, edits } = store.getState();
  if (!result.ok) {
    store.setState({ edits: { ...edits, revision: edits.revision + 1, changed: edited.changed } });
    return;
  }
  const { nanDelta, views, undo, redo, hasForgotten } = result.value;
  edited.take(result.value);
  const counted = (of: Ready): Ready => {
    const more = of.root === null ? nanDelta : views.find((view) => view.handle === of.handle)?.nanDelta;
    return { ...of, nanCount: of.nanCount + (more ?? 0), root: of.root && counted(of.root) };
  };
  store.setState({
    ...(session.kind === "ready" ? { session: counted(session) } : {}),
    edits: { revision: edits.revision + 1, changed: edited.changed, undo, redo },
  });
  if (hasForgotten) {
    const text = "The oldest edits cannot be undone any more: what can be undone fills its 256 MB.";
    store.setState({ notice: { tone: "done", text, action: null } });
  }
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
