/** What was asked to be opened from outside, kept in order until a page listens. */
export class OpenRequests {
  #waiting: string[] = [];
  #deliver: ((path: string) => Promise<void>) | null = null;

  ask(path: string): void {
    if (this.#deliver === null) this.#waiting.push(path);
    else void this.#deliver(path);
  }

  /** A page is ready: it gets what waits, then whatever comes. */
  pageReady(deliver: (path: string) => Promise<void>): void {
    this.#deliver = deliver;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const path of waiting) void deliver(path);
  }

  pageGone(): void {
    this.#deliver = null;
  }
}
