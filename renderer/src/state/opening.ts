import type { Fault, Result } from "@argscope/core/contract/result.ts";
import type { Opened, Source } from "@argscope/core/contract/worker.ts";
import type { Desk } from "./desk.ts";
import { reduce } from "./reducing.ts";
import { initial, ready, type Settled, type State, shown } from "./state.ts";

let serials = 0;

/** The open dialog, then what was picked there. */
export async function pickAndOpen(desk: Desk): Promise<void> {
  await openRequested(desk, await desk.host.pickSource());
}

/** What a dialog, a drop or the outside asks to open: a source, nothing, or the reason why there is none. */
export async function openRequested(desk: Desk, request: Result<Source | null>): Promise<void> {
  if (!request.ok) refuse(desk, "", request.fault, shown(desk.store.getState()));
  else if (request.value !== null) await open(desk, request.value);
}

/** Reads a source. What is open stays as it is until the new one is there, and stays for good when it cannot be had. */
export async function open(desk: Desk, source: Source): Promise<void> {
  const { store, engine } = desk;
  const before = shown(store.getState());
  const serial = ++serials;
  const isCurrent = (): boolean => {
    const { session } = store.getState();
    return session.kind === "opening" && session.serial === serial;
  };
  store.setState({ session: { kind: "opening", serial, name: source.name, progress: 0, before }, notice: null });
  const result = await engine.open(source, (progress) => {
    if (isCurrent()) store.setState({ session: { kind: "opening", serial, name: source.name, progress, before } });
  });
  if (!isCurrent()) return;
  if (!result.ok) refuse(desk, source.name, result.fault, before);
  else await welcome(desk, result.value);
}

/** Stops the opening that is under way. The window is again as it was. */
export function cancelOpening(desk: Desk): void {
  const { session } = desk.store.getState();
  if (session.kind !== "opening") return;
  desk.store.setState({ session: session.before });
  desk.engine.cancel("open");
}

function refuse(desk: Desk, name: string, fault: Fault, before: Settled): void {
  if (fault.tag === "Cancelled") {
    desk.store.setState({ session: before });
  } else if (before.kind === "ready") {
    desk.store.setState({ session: before, notice: { tone: "error", text: fault.message, action: "open" } });
  } else {
    desk.store.setState({ session: { kind: "failed", name, fault } });
  }
}

async function welcome(desk: Desk, opened: Opened): Promise<void> {
  const { store, shelf, engine } = desk;
  const { handle, name, kind, array, nanCount, receipt, milliseconds } = opened;
  const previous = ready(store.getState());
  engine.cancel("reduce");
  shelf.put(opened);
  const { shape, dtype } = array;
  const axis = shape.length >= 2 ? 0 : null;
  store.setState({
    ...initial,
    session: { kind: "ready", handle, name, source: kind, shape, dtype, nanCount, receipt, milliseconds },
    choice: { ...initial.choice, axis },
    view: { ...initial.view, fixed: shape.slice(0, -2).map(() => 0) },
  } satisfies State);
  if (previous !== null) {
    shelf.drop(previous.handle);
    void engine.free(previous.handle);
  }
  await reduce(desk);
}
