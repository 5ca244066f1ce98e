import { free } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { Reduction } from "../contract/worker.ts";

interface Given {
  readonly reduction: Reduction;
  readonly indices: NdArray;
}

/**
 * The last two answers of one array. The page paints the older one until the newer one arrives, so memory goes back only
 * when a third comes.
 */
export class Answers {
  readonly #given: Given[] = [];

  add(reduction: Reduction, indices: NdArray): void {
    this.#given.push({ reduction, indices });
    while (this.#given.length > 2) this.#forgetOldest();
  }

  /** The newest indices of the same reduction, if they are still held: a cell may have been edited since the older ones. */
  find(reduction: Reduction): NdArray | undefined {
    return this.#given.findLast((given) => same(given.reduction, reduction))?.indices;
  }

  release(): void {
    while (this.#given.length > 0) this.#forgetOldest();
  }

  #forgetOldest(): void {
    const oldest = this.#given.shift();
    if (oldest !== undefined) free(oldest.indices);
  }
}

function same(a: Reduction, b: Reduction): boolean {
  return a.operation === b.operation && a.axis === b.axis && a.nan === b.nan && a.keepdims === b.keepdims && a.of === b.of;
}
