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
  #spare: number;
  readonly #filled: number[] = [];
  #before = 0;
  /** The slab being filled, and how many of its elements are. */
  slab: E;
  used = 0;

  /**
   * @param width elements in a row
   * @param expected rows
   * @param spare elements behind every slab that its filler may work in
   */
  constructor(dtype: "float64" | "uint8", width: number, expected: number, spare = 0) {
    this.#dtype = dtype;
    this.#width = width;
    this.#spare = spare;
    this.slab = this.#add(Math.max(1, Math.ceil(expected)));
  }

  /** Elements so far. */
  get length(): number {
    return this.#before + this.used;
  }

  /** Makes the slab hold at least so many more elements. */
  reserve(elements: number): void {
    if (this.used + elements <= this.slab.length) return;
    const fair = Math.max(1024 * this.#width, Math.floor(this.length / 4), elements);
    this.#next(Math.ceil(fair / Math.max(1, this.#width)));
  }

  /** Goes on in a slab with at least so much to work in behind it. */
  enlargeSpare(spare: number): void {
    this.#spare = spare;
    const left = (this.slab.length - this.used) / Math.max(1, this.#width);
    this.#next(Math.max(1, Math.floor(left)));
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

  #next(rows: number): void {
    this.#filled.push(this.used);
    this.#before += this.used;
    this.used = 0;
    this.slab = this.#add(rows);
  }

  #add(rows: number): E {
    const whole = empty([rows * this.#width + this.#spare], this.#dtype);
    this.#slabs.push(whole);
    return whole.data.subarray(0, rows * this.#width) as E;
  }
}
