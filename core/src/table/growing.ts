import { empty, free } from "../array/empty.ts";
import { NdArray } from "../array/ndarray.ts";
import { rowMajorStrides } from "../array/strides.ts";

/**
 * An array of rows in engine memory whose length is not known before its end.
 *
 * The first slab holds as many rows as are expected. Memory that is never touched costs nothing, so the expectation may be
 * generous: in the common case the slab is the array and nothing is ever moved. Beyond it, slabs of the rows' own growth are
 * added and put in one place at the end.
 */
export class Growing<E extends Float64Array | Uint8Array> {
  readonly #dtype: "float64" | "uint8";
  readonly #width: number;
  readonly #slabs: NdArray[] = [];
  readonly #filled: number[] = [];
  #rows = 0;
  /** The slab being filled, and how many of its elements are. */
  slab: E;
  used = 0;

  /** @param width elements in a row @param expected rows */
  constructor(dtype: "float64" | "uint8", width: number, expected: number) {
    this.#dtype = dtype;
    this.#width = width;
    this.slab = this.#add(Math.max(1, Math.ceil(expected)));
  }

  /** Elements so far. */
  get length(): number {
    return this.#rows + this.used;
  }

  /** Makes the slab hold at least so many more elements. */
  reserve(elements: number): void {
    if (this.used + elements <= this.slab.length) return;
    this.#filled.push(this.used);
    this.#rows += this.used;
    this.used = 0;
    const rows = this.#width === 0 ? 1 : this.#rows / this.#width;
    this.slab = this.#add(Math.max(1024, rows >> 2, Math.ceil(elements / Math.max(1, this.#width))));
  }

  /** All rows in one array of the given shape, which the caller owns. */
  finish(shape: readonly number[]): NdArray {
    this.#filled.push(this.used);
    const total = this.length;
    const [first] = this.#slabs;
    if (this.#slabs.length === 1 && first !== undefined) {
      this.#slabs.length = 0;
      return new NdArray(this.#dtype, shape, rowMajorStrides(shape), 0, first.data.subarray(0, total));
    }
    const whole = empty(shape, this.#dtype);
    let at = 0;
    this.#slabs.forEach((slab, k) => {
      const part = slab.data.subarray(0, this.#filled[k]) as Float64Array;
      (whole.data as Float64Array).set(part, at);
      at += part.length;
      free(slab);
    });
    this.#slabs.length = 0;
    return whole;
  }

  /** Gives everything back; after `finish` there is nothing left to give. */
  release(): void {
    for (const slab of this.#slabs) free(slab);
    this.#slabs.length = 0;
  }

  #add(rows: number): E {
    const slab = empty([rows, this.#width], this.#dtype);
    this.#slabs.push(slab);
    return slab.data as E;
  }
}
