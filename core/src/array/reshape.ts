import { ValueError } from "../errors.ts";
import { copy } from "./copy.ts";
import { NdArray } from "./ndarray.ts";
import { asShape, shapeText } from "./shape.ts";
import { rowMajorStrides, sizeOf } from "./strides.ts";

/**
 * The elements of `a` in C order, under another shape. One length may be -1: it is what is left.
 *
 * A view where `a`'s strides allow it, else a copy in engine memory: the result is a view exactly if its `data` is `a.data`.
 *
 * @throws {ValueError} the shape holds another number of elements, or more than one length is negative.
 * @see numpy/_core/src/multiarray/shape.c, PyArray_Newshape
 */
export function reshape(a: NdArray, shape: readonly number[] | number): NdArray {
  const lengths = knownLengths(asShape(shape), a.size);
  const strides = a.size === 0 ? rowMajorStrides(lengths) : stridesUnder(a.shape, a.strides, lengths);
  if (strides !== undefined) return new NdArray(a.dtype, lengths, strides, a.offset, a.data);
  return new NdArray(a.dtype, lengths, rowMajorStrides(lengths), 0, copy(a).data);
}

function knownLengths(given: readonly number[], size: number): number[] {
  const unknown = given.findIndex((length) => length < 0);
  const refusal = () => new ValueError(`cannot reshape array of size ${size} into shape ${shapeText(given)}`);
  if (unknown < 0) {
    if (sizeOf(given) !== size) throw refusal();
    return [...given];
  }
  if (given.some((length, k) => length < 0 && k !== unknown)) throw new ValueError("can only specify one unknown dimension");
  const known = sizeOf(given.filter((_, k) => k !== unknown));
  if (known === 0 || size % known !== 0) throw refusal();
  return given.map((length, k) => (k === unknown ? size / known : length));
}

/**
 * Strides that walk the same elements in the same order under `shape`, or undefined where there are none.
 *
 * Both shapes are cut into the shortest groups of dimensions with equal products; inside a group of the old shape one stride
 * must step over all of it.
 *
 * @see numpy/_core/src/multiarray/shape.c, _attempt_nocopy_reshape
 */
function stridesUnder(
  oldShape: readonly number[],
  oldStrides: readonly number[],
  shape: readonly number[],
): number[] | undefined {
  const from = oldShape.map((length, k) => ({ length, stride: oldStrides[k] as number })).filter(({ length }) => length !== 1);
  const strides = new Array<number>(shape.length).fill(1);
  let oldAt = 0;
  let newAt = 0;
  while (newAt < shape.length && oldAt < from.length) {
    const oldStart = oldAt;
    const newStart = newAt;
    let oldProduct = (from[oldAt++] as { length: number }).length;
    let newProduct = shape[newAt++] as number;
    while (oldProduct !== newProduct) {
      if (newProduct < oldProduct) newProduct *= shape[newAt++] as number;
      else oldProduct *= (from[oldAt++] as { length: number }).length;
    }
    for (let k = oldStart; k < oldAt - 1; k++) {
      const outer = from[k] as { length: number; stride: number };
      const inner = from[k + 1] as { length: number; stride: number };
      if (outer.stride !== inner.length * inner.stride) return undefined;
    }
    let stride = (from[oldAt - 1] as { stride: number }).stride;
    for (let k = newAt - 1; k >= newStart; k--) {
      strides[k] = stride;
      stride *= shape[k] as number;
    }
  }
  return strides;
}
