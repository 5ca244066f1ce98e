import type { CellChanges } from "@argscope/core/contract/editing.ts";

/** An edit and its inverse: each is plain data that the engine carries out. */
export interface Step {
  /** What was done, as a sentence names it: `edit of 1 cell`. */
  readonly name: string;
  readonly forwards: readonly CellChanges[];
  readonly back: readonly CellChanges[];
}

/** What the steps may take together, in bytes, by `sizeOf`. */
const MOST_BYTES = 64 * 2 ** 20;

/** What was done and can be undone, without a limit but that of memory: beyond it the oldest steps are forgotten. */
export class History {
  #done: Step[] = [];
  #undone: Step[] = [];
  #bytes = 0;
  readonly #most: number;

  constructor(most = MOST_BYTES) {
    this.#most = most;
  }

  get next(): { readonly undo: string | null; readonly redo: string | null } {
    return { undo: this.#done.at(-1)?.name ?? null, redo: this.#undone.at(-1)?.name ?? null };
  }

  /** What was undone can then not be redone. @returns whether steps were forgotten for it. */
  add(step: Step): boolean {
    for (const undone of this.#undone) this.#bytes -= sizeOf(undone);
    this.#undone = [];
    this.#done.push(step);
    this.#bytes += sizeOf(step);
    let forgotten = 0;
    // The newest step stays, however large: what was just done can be undone.
    while (this.#bytes > this.#most && forgotten < this.#done.length - 1)
      this.#bytes -= sizeOf(this.#done[forgotten++] ?? step);
    this.#done.splice(0, forgotten);
    return forgotten > 0;
  }

  /** The changes that undo the last step; null: there is none. */
  undo(): readonly CellChanges[] | null {
    const step = this.#done.pop();
    if (step === undefined) return null;
    this.#undone.push(step);
    return step.back;
  }

  redo(): readonly CellChanges[] | null {
    const step = this.#undone.pop();
    if (step === undefined) return null;
    this.#done.push(step);
    return step.forwards;
  }
}

/** About what a step takes, in bytes: a number a cell, a reference a text, and the texts themselves. */
function sizeOf({ forwards, back }: Step): number {
  let bytes = 0;
  for (const { places, texts } of [...forwards, ...back]) {
    bytes += 16 * places.length;
    for (const text of texts) bytes += text === null ? 0 : 24 + 2 * text.length;
  }
  return bytes;
}
