import type { Desk } from "./desk.ts";
import { rootOf } from "./session.ts";
import { asked, ready } from "./state.ts";

/** Answers what was asked beyond the controls; nothing where nothing was. */
export async function evaluateFormula({ store, engine }: Desk): Promise<void> {
  const session = ready(store.getState());
  const formula = asked(store.getState());
  if (session === null || formula === null) return;
  const { text, over } = formula;
  const root = rootOf(session).handle;
  const running = { kind: "running", text, over } as const;
  store.setState({ formula: running });
  const result = await engine.ask("evaluate", { handle: root, text }, { replaces: true });
  if (store.getState().formula !== running) return;
  if (result.ok) store.setState({ formula: { ...running, kind: "done", value: result.value.text } });
  else store.setState({ formula: { ...running, kind: "refused", fault: result.fault } });
}
