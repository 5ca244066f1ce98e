import type { Step } from "./step.ts";

/** What the steps may take together, in bytes. */
const MOST_BYTES = 256 * 2 ** 20;

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

  get steps(): readonly Step[] {
    return [...this.#done, ...this.#undone];
  }

  /** What was undone can then not be redone. @returns whether steps were forgotten for it. */
  add(step: Step): boolean {
    for (const { bytes } of this.#undone) this.#bytes -= bytes;
    this.#undone = [];
    this.#done.push(step);
    this.#bytes += step.bytes;
    let forgotten = 0;
    // The newest step stays, however large: what was just done can be undone.
    while (this.#bytes > this.#most && forgotten < this.#done.length - 1) this.#bytes -= this.#done[forgotten++]?.bytes ?? 0;
    this.#done.splice(0, forgotten);
    return forgotten > 0;
  }

  /** The step to undo; null: there is none. */
  undo(): Step | null {
    const step = this.#done.pop();
    if (step === undefined) return null;
    this.#undone.push(step);
    return step;
  }

  redo(): Step | null {
    const step = this.#undone.pop();
    if (step === undefined) return null;
    this.#done.push(step);
    return step;
  }

  /** The step that was undone last was never wanted: it cannot be redone. */
  forgetUndone(): void {
    this.#bytes -= this.#undone.pop()?.bytes ?? 0;
  }
}
