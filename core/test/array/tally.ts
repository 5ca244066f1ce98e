import { isDeepStrictEqual } from "node:util";

/** What a part of the corpus came to. */
export class Tally {
  readonly part: string;
  answers = 0;
  refusals = 0;
  /** A sentence for each difference. */
  readonly differences: string[] = [];
  /** NumPy's words, each once. */
  readonly words = new Set<string>();

  constructor(part: string) {
    this.part = part;
  }

  /** Counts one comparison. `theirs` is an answer or a refusal as the corpus writes it. */
  compare(what: () => string, ours: unknown, theirs: unknown): void {
    if (typeof theirs === "object" && theirs !== null && "error" in theirs && "message" in theirs) {
      this.refusals++;
      this.words.add(`${theirs.error}: ${theirs.message}`);
    } else this.answers++;
    if (isDeepStrictEqual(ours, theirs)) return;
    this.differences.push(`${what()}: ${JSON.stringify(ours)} here, ${JSON.stringify(theirs)} in NumPy`);
  }
}
