import type { NdArray } from "../../array/ndarray.ts";
import { LARGEST_BLOCK } from "../../memory/engine-memory.ts";
import { Growing } from "../../table/growing.ts";
import type { TooLarge } from "../../table/too-large.ts";

/** All numbers of a file's arrays, in engine memory, in the order in which they stand there. */
export class NumberStore {
  readonly #values: Growing<Float64Array>;
  /** Numbers that float64 may not hold, by their place in the store. */
  readonly large = new Map<number, bigint | TooLarge>();

  /** @param expected numbers; memory that is never touched costs nothing. */
  constructor(expected: number) {
    this.#values = new Growing<Float64Array>("float64", 1, Math.min(expected, LARGEST_BLOCK / 8));
  }

  get length(): number {
    return this.#values.length;
  }

  push(value: number): void {
    const values = this.#values;
    if (values.used === values.slab.length) values.reserve(1);
    values.slab[values.used++] = value;
  }

  /** The numbers, all in one array, which the caller owns; nothing may be pushed any more. */
  finish(): NdArray {
    return this.#values.finish([this.length]);
  }

  release(): void {
    this.#values.release();
  }
}
