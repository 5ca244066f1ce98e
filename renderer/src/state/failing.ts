import type { Desk } from "./desk.ts";
import { rootOf } from "./session.ts";
import { initial, shown } from "./state.ts";

/** The engine stopped: what it held is gone for good, the page says so and offers a new start. */
export function watchEngine({ store, engine }: Desk): void {
  engine.onCrash(({ message }) => {
    const session = shown(store.getState());
    store.setState({
      session,
      reduction: store.getState().reduction.kind === "running" ? { kind: "none" } : store.getState().reduction,
      task: { kind: "idle" },
      notice: { tone: "error", text: message, action: "restart" },
      engine: "stopped",
    });
  });
}

/** Chromium's reasons that a person can do something about. */
const REASONS: Readonly<Record<string, string>> = { oom: "it ran out of memory", killed: "it was ended from outside" };

/** This page stands in for one that crashed. What that one had open is not opened again: it may be what did it. */
export function tellCrash({ store }: Desk, reason: string): void {
  const why = REASONS[reason] ?? "it crashed";
  const text = `The page was started again, because ${why}. No file was changed; open yours again, or a smaller one.`;
  store.setState({ notice: { tone: "error", text, action: "open" } });
}

/** A new engine and an empty window. */
export function restart({ store, engine, shelf }: Desk): void {
  const session = shown(store.getState());
  if (session.kind === "ready") for (const { handle } of [session, rootOf(session)]) shelf.drop(handle);
  store.setState(initial);
  engine.restart();
}

export function dismissNotice({ store }: Desk): void {
  store.setState({ notice: null });
}
