import type { Pick } from "../contract/opening.ts";

/** More names than a sentence can hold. */
const MOST_NAMED = 8;

/** What a receipt says of a file that holds several things: which one this is, and why none before it was taken. */
export function pickSentences({ chosen, choices }: Pick): string[] {
  const names = choices.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = choices.length > names.length ? ", …" : "";
  const which = `Of the ${choices.length} in this file (${names.join(", ")}${more}) this is "${chosen}".`;
  const at = choices.findIndex(({ name }) => name === chosen);
  const passed = choices.slice(0, at < 0 ? 0 : at).filter(({ problem }) => problem !== undefined);
  return [which, ...passed.slice(0, MOST_NAMED).map(({ name, problem }) => `"${name}" was passed over: ${problem}`)];
}
