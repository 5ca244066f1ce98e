import { CancelledError } from "../../errors.ts";

/** Longest stretch of work before others get their turn, in milliseconds. */
const stretch = 20;

/** A long piece of work that tells how far it is, and that can be cancelled between its steps. */
export class Task {
  readonly #control: Int32Array | undefined;
  #since = performance.now();
  #progress = 0;

  /** @param control [0] progress in 1/1000, written here; [1] anything but 0 means cancel */
  constructor(control: Int32Array | undefined) {
    this.#control = control;
  }

  /**
   * One step is done: `done` of `total`. Lets waiting events run when the last turn is long ago.
   *
   * @throws {CancelledError} it was cancelled.
   */
  async step(done: number, total: number): Promise<void> {
    this.check();
    if (this.#control !== undefined && total > 0) {
      // A file that is read twice does not begin anew before a person's eyes.
      this.#progress = Math.max(this.#progress, Math.min(1000, Math.floor((done / total) * 1000)));
      Atomics.store(this.#control, 0, this.#progress);
    }
    if (performance.now() - this.#since < stretch) return;
    await othersTurn();
    this.#since = performance.now();
    this.check();
  }

  check(): void {
    if (this.#control !== undefined && Atomics.load(this.#control, 1) !== 0) throw new CancelledError();
  }
}

/** Where a program has it: there the first channel for messages takes milliseconds. */
const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => unknown };

/** Events that wait have run when it is done. No timer, because that takes a millisecond, and helpers idle. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (setImmediate !== undefined) {
      // The first may come before the timers, not the second.
      setImmediate(() => setImmediate(resolve));
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
