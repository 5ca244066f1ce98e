import type { ReadingOptions } from "@argscope/core/contract/opening.ts";
import type { Result } from "@argscope/core/contract/result.ts";
import type { Opened, Source } from "@argscope/core/contract/worker.ts";
import type { Manner } from "../engine/engine.ts";
import type { Desk } from "./desk.ts";
import { giveBack, leaveFirst, showFirst } from "./first-rows.ts";
import { noteGrant } from "./granting.ts";
import { hasUnsaved, mayLose } from "./losing.ts";
import { mayHelp } from "./may-help.ts";
import { readyOf } from "./ready-of.ts";
import { reduce } from "./reducing.ts";
import { recalled, remember } from "./remembered.ts";
import { type Failed, type Opening, rootOf, type Settled } from "./session.ts";
import { initial, type State, shown } from "./state.ts";
import { textsOf } from "./texts-of.ts";
import { firstView } from "./viewing.ts";

/** From so many bytes on the first rows are shown before the whole is read. */
const LARGE = 1 << 24;
/** Rows whose text is there when they are first shown. */
const AT_ONCE = 128;

let serials = 0;
let keys = 0;

/** The open dialog, then what was picked there. */
export async function pickAndOpen(desk: Desk): Promise<void> {
  await openRequested(desk, await desk.host.pickSource());
}

/** What a dialog, a drop or the outside asks to open: a source, nothing, or the reason why there is none. */
export async function openRequested(desk: Desk, request: Result<Source | null>): Promise<void> {
  if (!request.ok) refuse(desk, { name: "", fault: request.fault, tried: null }, shown(desk.store.getState()));
  else if (request.value !== null) await open(desk, request.value);
}

/**
 * Reads a source. What is open stays as it is until the new one is there, or its first rows; and stays for good when it cannot
 * be had.
 *
 * What was chosen for this very file before is used again.
 */
export async function open(desk: Desk, source: Source): Promise<void> {
  if (hasUnsaved(desk) && !(await mayLose(desk, "open"))) {
    if (source.kind === "port") source.port.close();
    return;
  }
  const size = sizeOf(source);
  noteGrant(desk, keys + 1, source);
  const manner = { key: ++keys, ...(size === null ? {} : { remembered: recalled(size) }) };
  if (size !== null) desk.shelf.sizes.set(manner.key, size);
  await read(desk, source, manner);
}

/** Reads a source that the engine has kept once more, in another way. A choice that leads to something open is remembered. */
export async function reopen(desk: Desk, name: string, manner: Manner & { options: ReadingOptions }): Promise<void> {
  if (hasUnsaved(desk) && !(await mayLose(desk, "open"))) return;
  await read(desk, { kind: "kept", name }, manner);
}

async function read(desk: Desk, source: Source, manner: Manner): Promise<void> {
  const { store, engine } = desk;
  const { name } = source;
  leaveFirst(desk);
  const { session } = store.getState();
  const before = session.kind === "opening" ? session.before : session;
  const serial = ++serials;
  store.setState({
    session: { kind: "opening", serial, name, progress: 0, before, first: null },
    notice: null,
    importing: initial.importing,
  });
  let rest = source;
  let room = {};
  if ((desk.shelf.sizes.get(manner.key ?? -1) ?? 0) >= LARGE) {
    const transfer = source.kind === "port" ? [source.port as unknown as MessagePort] : [];
    const first = await engine.ask("first", { ...manner, source }, { replaces: true, transfer });
    const memory = await desk.host.availableMemory();
    if (!isCurrent(desk, serial)) {
      if (first.ok && first.value !== null) void engine.free(first.value.handle);
      return;
    }
    rest = { kind: "kept", name };
    if (memory !== null) room = { memory };
    if (first.ok && first.value !== null) {
      await showFirst(desk, first.value, manner, serial);
      if (!isCurrent(desk, serial)) return;
    }
  }
  const result = await engine.open(rest, (progress) => update(desk, serial, { progress }), { ...manner, ...room });
  if (!isCurrent(desk, serial)) return;
  if (!result.ok) {
    const tried = manner.key === undefined ? null : { key: manner.key, options: manner.options ?? {} };
    leaveFirst(desk);
    refuse(desk, { name, fault: result.fault, tried }, before);
    return;
  }
  await welcome(desk, result.value, manner, serial);
}

/** Stops the opening that is under way. The window is again as it was. */
export function cancelOpening(desk: Desk): void {
  const { session } = desk.store.getState();
  if (session.kind !== "opening") return;
  leaveFirst(desk);
  desk.store.setState({ session: session.before });
  desk.engine.cancel("first");
  desk.engine.cancel("open");
}

/** The opening that is under way, if it is still this one. */
function isCurrent({ store }: Desk, serial: number): boolean {
  const { session } = store.getState();
  return session.kind === "opening" && session.serial === serial;
}

function update({ store }: Desk, serial: number, change: Partial<Opening>): void {
  const { session } = store.getState();
  if (session.kind === "opening" && session.serial === serial) store.setState({ session: { ...session, ...change } });
}

function refuse(desk: Desk, { name, fault, tried }: Omit<Failed, "kind">, before: Settled): void {
  if (fault.tag === "Cancelled") {
    desk.store.setState({ session: before });
  } else if (before.kind === "ready") {
    const action = tried !== null && mayHelp(fault) ? "options" : "open";
    desk.store.setState({
      session: before,
      notice: { tone: "error", text: fault.message, action },
      importing: { kind: "closed", tried: action === "options" && tried !== null ? { ...tried, name, picks: [] } : null },
    });
  } else {
    desk.store.setState({ session: { kind: "failed", name, fault, tried } });
  }
}

async function welcome(desk: Desk, opened: Opened, manner: Manner, serial: number): Promise<void> {
  const { store, shelf, engine } = desk;
  const texts = textsOf(engine, opened);
  await texts?.load(AT_ONCE);
  const { session: opening, view } = store.getState();
  if (opening.kind !== "opening" || opening.serial !== serial) {
    void engine.free(opened.handle);
    return;
  }
  const { before, first } = opening;
  // Who has moved over the first rows stays there.
  const stays = first === null ? {} : { rowOffset: view.rowOffset, columnOffset: view.columnOffset };
  engine.cancel("reduce");
  shelf.put(opened, texts);
  const session = readyOf(opened, manner);
  const axis = session.shape.length >= 2 ? 0 : null;
  store.setState({
    ...initial,
    session,
    choice: { ...initial.choice, axis },
    view: { ...firstView(session), ...stays },
  } satisfies State);
  const { fingerprint } = opened.origin;
  if (fingerprint !== null && manner.options !== undefined) remember(fingerprint, manner.options);
  if (first !== null) giveBack(desk, first.rows);
  if (before.kind === "ready") {
    // A view goes with what it is a view of.
    shelf.drop(before.handle);
    shelf.drop(rootOf(before).handle);
    void engine.free(rootOf(before).handle);
  }
  await reduce(desk);
}

/** In bytes; null for what was typed, which is never long and never came from a file. */
function sizeOf(source: Source): number | null {
  if (source.kind === "file") return source.file.size;
  return source.kind === "port" ? source.size : null;
}
