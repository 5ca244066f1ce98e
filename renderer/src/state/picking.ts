import type { ReadingOptions } from "@argscope/core/contract/opening.ts";
import type { Desk } from "./desk.ts";
import { reopen } from "./opening.ts";
import { rootOf } from "./session.ts";
import { ready } from "./state.ts";

/** Opens another of the things that a file holds. What was chosen about the columns of this one says nothing of that one. */
export async function pick(desk: Desk, level: number, name: string): Promise<void> {
  const session = ready(desk.store.getState());
  if (session === null) return;
  const { name: file, origin, key } = rootOf(session);
  const picks = origin.picks.slice(0, level + 1);
  const names = picks.map(({ of, chosen }, at) => [of, at === level ? name : chosen] as const);
  const options: ReadingOptions = Object.fromEntries(names);
  await reopen(desk, file, { key, options, picks });
}
