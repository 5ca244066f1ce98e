import type { Dtype, Elements } from "./dtype.ts";
import { positionOf } from "./item.ts";
import { type Nested, nest } from "./nested.ts";
import type { Scalar } from "./scalar.ts";
import { readScalar } from "./scalar.ts";

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
    let product = 1;
    for (let k = 0; k < this.shape.length; k++) product *= this.shape[k] as number;
    return product;
  }

  /**
   * One element as plain JavaScript, as NumPy's `item`: with no index the only element, with one index that position in
   * C order, with `ndim` indices that cell. Negative indices count from the end.
   *
   * @throws {ValueError} no index and more or fewer than one element; or neither one index nor `ndim` of them.
   * @throws {IndexError} an index is out of bounds.
   * @see numpy/_core/src/multiarray/methods.c, array_toscalar
   */
  item(...index: readonly number[]): Scalar {
    return readScalar(this.dtype, this.data, positionOf(this, index));
  }

  /** The whole array as nested JavaScript arrays of plain values; the bare value for 0-d. */
  toNested(): Nested {
    return nest(this);
  }
}
