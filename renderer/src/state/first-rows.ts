import type { Opened } from "@argscope/core/contract/worker.ts";
import type { Manner } from "../engine/engine.ts";
import type { Desk } from "./desk.ts";
import { readyOf } from "./ready-of.ts";
import type { Ready } from "./session.ts";
import { textsOf } from "./texts-of.ts";
import { firstView } from "./viewing.ts";

/** The grid shows the first rows, and the controls rest, until the whole is there. */
export async function showFirst(desk: Desk, opened: Opened, manner: Manner, serial: number): Promise<void> {
  const { store, shelf, engine } = desk;
  const texts = textsOf(engine, opened);
  // The engine reads nothing else while it reads the whole.
  await texts?.load(opened.array.shape[0] ?? 0);
  const { session, view } = store.getState();
  if (session.kind !== "opening" || session.serial !== serial) {
    void engine.free(opened.handle);
    return;
  }
  shelf.put(opened, texts);
  const rows = readyOf(opened, manner);
  store.setState({ session: { ...session, first: { rows, viewBefore: view } }, view: firstView(rows) });
}

/** The first rows make room for what was there before them. */
export function leaveFirst(desk: Desk): void {
  const { session } = desk.store.getState();
  if (session.kind !== "opening" || session.first === null) return;
  const { rows, viewBefore } = session.first;
  desk.store.setState({ session: { ...session, first: null }, view: viewBefore });
  giveBack(desk, rows);
}

export function giveBack({ shelf, engine }: Desk, { handle }: Ready): void {
  shelf.putAside(handle);
  void engine.free(handle);
}
