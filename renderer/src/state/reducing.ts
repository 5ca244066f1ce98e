import type { Reduction } from "@argscope/core/contract/worker.ts";
import type { Desk } from "./desk.ts";
import { answered, ready } from "./state.ts";

/** Changes what the controls say, and answers it. An axis that the array does not have is never chosen. */
export async function choose(desk: Desk, change: Partial<Reduction>): Promise<void> {
  const state = desk.store.getState();
  const session = ready(state);
  if (session === null) return;
  const choice = { ...state.choice, ...change };
  if (choice.axis !== null && !(choice.axis >= 0 && choice.axis < session.shape.length)) return;
  desk.store.setState({ choice });
  await reduce(desk);
}

/** Answers what the controls say. The last answer stays in sight until the new one is there. */
export async function reduce(desk: Desk): Promise<void> {
  const { store, engine, shelf } = desk;
  const session = ready(store.getState());
  if (session === null) return;
  const { choice } = store.getState();
  const isCurrent = (): boolean => ready(store.getState())?.handle === session.handle && store.getState().choice === choice;
  const last = answered(store.getState());
  store.setState({ reduction: { kind: "running", progress: 0, last } });
  const result = await engine.reduce(session.handle, choice, (progress) => {
    const { reduction } = store.getState();
    if (isCurrent() && reduction.kind === "running") store.setState({ reduction: { ...reduction, progress } });
  });
  if (!isCurrent()) return;
  if (result.ok) {
    const { text, milliseconds } = result.value;
    const serial = shelf.putAnswer(result.value);
    store.setState({ reduction: { kind: "done", answer: { serial, reduction: choice, text, milliseconds } } });
  } else if (result.fault.tag === "Cancelled") {
    store.setState(
      last === null ? { reduction: { kind: "none" } } : { reduction: { kind: "done", answer: last }, choice: last.reduction },
    );
  } else {
    store.setState({ reduction: { kind: "refused", asked: choice, fault: result.fault } });
  }
}

/** Stops the reduction that is under way. The controls say again what the last answer was asked with. */
export function cancelReducing(desk: Desk): void {
  desk.engine.cancel("reduce");
}
