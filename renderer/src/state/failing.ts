import type { Desk } from "./desk.ts";
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

/** A new engine and an empty window. */
export function restart({ store, engine, shelf }: Desk): void {
  const session = shown(store.getState());
  if (session.kind === "ready") shelf.drop(session.handle);
  store.setState(initial);
  engine.restart();
}

export function dismissNotice({ store }: Desk): void {
  store.setState({ notice: null });
}
