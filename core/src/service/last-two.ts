import { free } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";

/** The last two of something that the page paints by: it goes on with the older one until the newer one arrives. */
export class LastTwo {
  readonly #given: (readonly NdArray[])[] = [];

  /** @param arrays  none: nothing to hold, but an older one is let go just so. */
  add(arrays: readonly NdArray[]): void {
    this.#given.push(arrays);
    while (this.#given.length > 2) this.#forgetOldest();
  }

  release(): void {
    while (this.#given.length > 0) this.#forgetOldest();
  }

  #forgetOldest(): void {
    for (const array of this.#given.shift() ?? []) free(array);
  }
}
