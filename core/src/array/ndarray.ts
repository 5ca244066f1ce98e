import type { Dtype, Elements } from "./dtype.ts";

/**
 * A multi-dimensional array: a block of elements and the way to walk it.
 *
 * `strides` and `offset` count elements, not bytes. `data` is the whole block, so a view is read through `item`, `toNested`
 * or its strides; for what `empty` and the reductions return (C order, offset 0) `data.length` is `size` times the numbers
 * in an element.
 */
export class NdArray {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly data: Elements;

  constructor(dtype: Dtype, shape: readonly number[], strides: readonly number[], offset: number, data: Elements) {
    this.dtype = dtype;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.data = data;
  }

  get ndim(): number {
    return this.shape.length;
  }

  /** Elements in the array: the product of `shape`, 1 for 0-d. */
  get size(): number {
    return this.shape.reduce((product, length) => product * length, 1);
  }
}
