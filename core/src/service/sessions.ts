import type { Edits } from "../edits/edits.ts";
import { InternalError } from "../errors.ts";
import { Answers } from "./answers.ts";
import { editsOf } from "./editable.ts";
import { KeptSources } from "./kept-sources.ts";
import { LaneBooks } from "./lane-books.ts";
import { LastTwo } from "./last-two.ts";
import type { Reading } from "./reading.ts";

/** What is open under a handle. */
export interface Session {
  readonly reading: Reading;
  readonly answers: Answers;
  readonly laneBooks: LaneBooks;
  /** The row orders that the page shows rows in. */
  readonly orders: LastTwo;
  /** What the page colours cells by. */
  readonly scales: LastTwo;
  /** Of a view: those of what it is a view of. */
  readonly edits: Edits;
  /** Where this is a view: of what is open under `root`, and how it is written. */
  readonly view: { readonly root: number; readonly of: string } | null;
}

/** Everything that a worker holds, by handle. */
export class Sessions {
  readonly sources = new KeptSources();
  readonly #open = new Map<number, Session>();
  #handles = 0;

  /** @returns the handle. */
  add(reading: Reading): number {
    return this.#opened(reading, editsOf(reading), null);
  }

  /** A view of what is open under `root`; it is released with it. */
  addView(root: number, of: string, reading: Reading): number {
    return this.#opened(reading, this.get(root).edits, { root, of });
  }

  #opened(reading: Reading, edits: Edits, view: Session["view"]): number {
    const handle = ++this.#handles;
    this.#open.set(handle, {
      reading,
      answers: new Answers(),
      laneBooks: new LaneBooks(),
      orders: new LastTwo(),
      scales: new LastTwo(),
      edits,
      view,
    });
    return handle;
  }

  /** @throws {InternalError} nothing is open under the handle. */
  get(handle: number): Session {
    const session = this.#open.get(handle);
    if (session === undefined) throw new InternalError(`Nothing is open under handle ${handle}.`);
    return session;
  }

  /** The views of what is open under a handle, with theirs. */
  viewsOf(root: number): [number, Session][] {
    return [...this.#open].filter(([, { view }]) => view?.root === root);
  }

  /** Gives all memory of a handle back. */
  release(handle: number): void {
    const { reading, answers, laneBooks, orders, scales } = this.get(handle);
    for (const [each] of this.viewsOf(handle)) this.release(each);
    this.#open.delete(handle);
    laneBooks.release();
    orders.release();
    scales.release();
    answers.release();
    reading.release();
  }
}
