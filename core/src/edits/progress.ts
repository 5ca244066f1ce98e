import type { Control } from "../contract/worker.ts";
import { CancelledError } from "../errors.ts";

/** Cells between two looks at the control words. */
const STRETCH = 4096;

/** A stretch of work on many cells, which is a part of a longer one: it says how far it is, and hears whether it is wanted still. */
export class Progress {
  readonly #control: Control | undefined;
  readonly #from: number;
  readonly #to: number;

  /** @param from in 1/1000 of the whole; @param to where this part ends */
  constructor(control: Control | undefined, from = 0, to = 1000) {
    this.#control = control;
    this.#from = from;
    this.#to = to;
  }

  /** A part of this part. */
  part(from: number, to: number): Progress {
    const span = this.#to - this.#from;
    return new Progress(this.#control, this.#from + (span * from) / 1000, this.#from + (span * to) / 1000);
  }

  /** @throws {CancelledError} nobody wants it any more. */
  step(done: number, total: number): void {
    if (done % STRETCH !== 0 || this.#control === undefined) return;
    if (Atomics.load(this.#control, 1) !== 0) throw new CancelledError();
    this.show(done, total);
  }

  /** The same where it is too late to stop. */
  show(done: number, total: number): void {
    if (done % STRETCH !== 0 || this.#control === undefined) return;
    Atomics.store(this.#control, 0, Math.floor(this.#from + ((this.#to - this.#from) * done) / total));
  }
}
