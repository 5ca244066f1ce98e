/**
 * Runs the newest of what it is given: at once, or, where it may wait, when the time is up and nothing newer came. What is late
 * already does not wait any longer for what is newer.
 */
export class Patience {
  readonly #milliseconds: number;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #late: () => void = () => {};

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  get isWaiting(): boolean {
    return this.#timer !== null;
  }

  run(action: () => void): void {
    this.stop();
    action();
  }

  runLate(action: () => void): void {
    this.#late = action;
    this.#timer ??= setTimeout(() => this.run(this.#late), this.#milliseconds);
  }

  /** What waits is given up. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
