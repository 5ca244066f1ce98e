import { InternalError } from "../errors.ts";
import { Answers } from "./answers.ts";
import type { Reading } from "./reading.ts";

/** What is open under a handle. */
export interface Session {
  readonly reading: Reading;
  readonly answers: Answers;
}

/** Everything that a worker holds, by handle. */
export class Sessions {
  readonly #open = new Map<number, Session>();
  #handles = 0;

  /** @returns the handle. */
  add(reading: Reading): number {
    const handle = ++this.#handles;
    this.#open.set(handle, { reading, answers: new Answers() });
    return handle;
  }

  /** @throws {InternalError} nothing is open under the handle. */
  get(handle: number): Session {
    const session = this.#open.get(handle);
    if (session === undefined) throw new InternalError(`Nothing is open under handle ${handle}.`);
    return session;
  }

  /** Gives all memory of a handle back. */
  release(handle: number): void {
    const { reading, answers } = this.get(handle);
    this.#open.delete(handle);
    answers.release();
    reading.release();
  }
}
