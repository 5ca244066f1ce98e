import { CancelledError } from "../errors.ts";

/** Elements between two looks at the control words: well under a millisecond of the slowest dtype. */
export const LOOK_EVERY = 65_536;

/** Writes progress and heeds cancel, the two words of a `control`. Without one it does nothing. */
export class Watch {
  readonly #control: Int32Array | undefined;
  readonly #total: number;
  #done = 0;
  #sinceLook = 0;

  /** @param total elements of the whole work. */
  constructor(control: Int32Array | undefined, total: number) {
    this.#control = control;
    this.#total = total;
  }

  /**
   * Counts elements that were dealt with.
   *
   * @throws {CancelledError} someone wrote the cancel word.
   */
  count(elements: number): void {
    this.#done += elements;
    this.#sinceLook += elements;
    if (this.#control === undefined || this.#sinceLook < LOOK_EVERY) return;
    this.#sinceLook = 0;
    if (Atomics.load(this.#control, 1) !== 0) throw new CancelledError();
    Atomics.store(this.#control, 0, Math.floor((1000 * this.#done) / this.#total));
  }

  /** All of it is done. */
  finish(): void {
    if (this.#control !== undefined) Atomics.store(this.#control, 0, 1000);
  }
}
