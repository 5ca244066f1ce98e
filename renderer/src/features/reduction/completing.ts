import { type Completion, complete, type Described } from "@argscope/core/expression/index.ts";

/** The list under the formula bar. `active`: the candidate that the arrow keys stand on; -1 while they stand on none. */
export interface Offer {
  readonly completion: Completion;
  readonly active: number;
}

/** What is offered at the caret; null where nothing is, or the best of it stands there already. */
export function offerAt(text: string, caret: number, a: Described | null): Offer | null {
  const completion = complete(text, caret, a);
  const word = text.slice(completion.start, completion.end);
  const [first] = completion.candidates;
  return first === undefined || first.text === word ? null : { completion, active: -1 };
}

/** The candidate above or below; beyond the ends it is none, then the other end. */
export function moved({ completion, active }: Offer, by: 1 | -1): Offer {
  const stops = completion.candidates.length + 1;
  return { completion, active: ((active + 1 + by + stops) % stops) - 1 };
}

/** The text with a candidate in it, and where the caret stands then. */
export function accepted(text: string, { completion }: Offer, candidate: number): { text: string; caret: number } {
  const { start, end, candidates } = completion;
  const written = candidates[candidate]?.text ?? "";
  // The bracket or sign that a name brings along may stand there already.
  const rest = /[(=]$/u.test(written) && text[end] === written.at(-1) ? text.slice(end + 1) : text.slice(end);
  return { text: text.slice(0, start) + written + rest, caret: start + written.length };
}
