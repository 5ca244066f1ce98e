import { free } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { LaneOrder } from "../contract/winners.ts";
import { type LaneFacts, releaseFacts } from "../winners/lane-facts.ts";

interface Listed {
  readonly order: LaneOrder;
  readonly lanes: NdArray | null;
}

/** What was found out about the lanes of one answer. */
export class LaneBook {
  facts: LaneFacts | null = null;
  runnersUp: NdArray | null = null;
  readonly #lists: Listed[] = [];

  /** The page paints the older list until the newer one arrives. */
  addList(listed: Listed): void {
    this.#lists.push(listed);
    while (this.#lists.length > 2) forget(this.#lists.shift());
  }

  list({ column, descending, filter }: LaneOrder): Listed | undefined {
    return this.#lists.find(
      ({ order }) => order.column === column && order.descending === descending && order.filter === filter,
    );
  }

  release(): void {
    if (this.facts !== null) releaseFacts(this.facts);
    if (this.runnersUp !== null) free(this.runnersUp);
    for (const listed of this.#lists) forget(listed);
  }
}

function forget(listed: Listed | undefined): void {
  if (listed !== undefined && listed.lanes !== null) free(listed.lanes);
}

/** The books of the last two answers of one array, as `Answers` keeps those: the page paints the older one for a while. */
export class LaneBooks {
  readonly #books: { readonly indices: NdArray; readonly book: LaneBook }[] = [];

  /** @param indices  the answer itself: another one to the same question has another book. */
  of(indices: NdArray): LaneBook {
    const held = this.#books.find((each) => each.indices === indices);
    if (held !== undefined) return held.book;
    const book = new LaneBook();
    this.#books.push({ indices, book });
    while (this.#books.length > 2) this.#books.shift()?.book.release();
    return book;
  }

  release(): void {
    for (const { book } of this.#books.splice(0)) book.release();
  }
}
