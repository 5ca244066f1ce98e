import type { Dtype } from "@argscope/core/array/dtype.ts";
import type { Reduction } from "@argscope/core/contract/worker.ts";
import { type Described, type Operand, operandOf } from "@argscope/core/expression/index.ts";
import type { Desk } from "./desk.ts";
import { evaluateFormula } from "./formula.ts";
import { type Ready, rootOf } from "./session.ts";
import { answered, ready } from "./state.ts";

/** `a` as the expression language knows it, whatever view of it is shown. */
export function rootArray(session: Ready): Described {
  const { shape, dtype } = rootOf(session);
  return { shape, dtype: dtype as Dtype };
}

/** What the controls ask of: a view that fits what is open, see `chooseOperand`. */
export function chosenOperand(session: Ready, { of }: Pick<Reduction, "of">): Operand {
  return operandOf(of, rootArray(session));
}

/** Changes what the controls say, and answers it. An axis that the operand does not have is never chosen. */
export async function choose(desk: Desk, change: Partial<Omit<Reduction, "of">>): Promise<void> {
  const state = desk.store.getState();
  const session = ready(state);
  if (session === null) return;
  const choice = { ...state.choice, ...change };
  const { shape } = chosenOperand(session, choice);
  if (choice.axis !== null && !(choice.axis >= 0 && choice.axis < shape.length)) return;
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
  const answering = engine.reduce(session.handle, choice, (progress) => {
    const { reduction } = store.getState();
    if (isCurrent() && reduction.kind === "running") store.setState({ reduction: { ...reduction, progress } });
  });
  // Behind it in the worker's line: the cells that it lights are there first.
  void evaluateFormula(desk);
  const result = await answering;
  if (!isCurrent()) return;
  if (result.ok) {
    const { text, milliseconds } = result.value;
    const serial = shelf.putAnswer(result.value);
    const { region } = chosenOperand(session, choice);
    store.setState({ reduction: { kind: "done", answer: { serial, reduction: choice, region, text, milliseconds } } });
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
  desk.engine.cancel("evaluate");
  desk.engine.cancel("reduce");
}
