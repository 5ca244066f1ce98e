import type { Desk } from "./desk.ts";
import { closeSaving, save } from "./saving.ts";
import { ready } from "./state.ts";

/** What a person says to edits that would be lost. */
export type LosingAnswer = "save" | "lose" | "keep";

const waiting = new WeakMap<Desk, (answer: LosingAnswer) => void>();

/** Whether something was edited and not saved. */
export function hasUnsaved({ store }: Desk): boolean {
  return store.getState().edits.changed > 0;
}

/**
 * Asks what is to become of edits that would be lost; saves them where the person says so.
 *
 * @returns whether what would lose them may go on.
 */
export async function mayLose(desk: Desk, why: "open" | "close"): Promise<boolean> {
  const { edits } = desk.store.getState();
  const name = ready(desk.store.getState())?.name ?? "";
  if (edits.changed === 0) return true;
  // A newer question takes the place of one that nobody answered.
  waiting.get(desk)?.("keep");
  const answer = await new Promise<LosingAnswer>((resolve) => {
    waiting.set(desk, resolve);
    desk.store.setState({ saving: { kind: "losing", name, cells: edits.changed, why } });
  });
  if (answer === "keep") return false;
  return answer === "lose" || (await save(desk));
}

export function answerLosing(desk: Desk, answer: LosingAnswer): void {
  const resolve = waiting.get(desk);
  waiting.delete(desk);
  if (desk.store.getState().saving.kind === "losing") closeSaving(desk);
  resolve?.(answer);
}
