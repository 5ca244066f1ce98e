import { ValueError } from "../errors.ts";
import { makeIndexArray } from "./index-array.ts";
import { asIndex, checkIntegers, integerReader } from "./integers.ts";
import { NdArray } from "./ndarray.ts";
import { Odometer } from "./odometer.ts";
import { orFreed } from "./or-freed.ts";
import { asShape } from "./shape.ts";

/**
 * The index per axis of the element that is `flat`-th in C order: what `argmin` over the whole array answers, made readable.
 *
 * @param flat one index, or an integer array of them.
 * @returns one number per dimension of `shape`; for an array, one array of its shape per dimension.
 * @throws {ValueError} an index is outside of the shape.
 * @throws {NumpyTypeError} not an integer.
 * @see numpy/_core/src/multiarray/compiled_base.c, arr_unravel_index
 * @example unravelIndex(5, [2, 3]) // [1, 2]
 */
export function unravelIndex(flat: number | bigint, shape: readonly number[] | number): number[];
export function unravelIndex(flat: NdArray, shape: readonly number[] | number): NdArray[];
export function unravelIndex(flat: number | bigint | NdArray, shape: readonly number[] | number): number[] | NdArray[] {
  const lengths = asShape(shape);
  const size = sizeWithin64Bits(lengths);
  if (!(flat instanceof NdArray)) return coordinates(asIndex(flat), lengths, size);
  checkIntegers(flat);
  const parts = lengths.map((length) => makeIndexArray(flat.shape, Math.max(length, 0)));
  return orFreed(parts, () => {
    if (flat.size > 0) fill(parts, flat, lengths, size);
    // After the bounds, as NumPy checks.
    if (lengths.length === 0 && flat.ndim > 0) throw new ValueError("multiple indices are not supported for 0d arrays");
    return parts;
  });
}

function fill(parts: readonly NdArray[], flat: NdArray, lengths: readonly number[], size: number | bigint): void {
  const read = integerReader(flat);
  const walk = new Odometer(flat);
  let next = 0;
  do {
    for (let k = 0; k < walk.runLength; k++) {
      const found = coordinates(read(flat.offset + walk.position + k * walk.runStride), lengths, size);
      for (let axis = 0; axis < parts.length; axis++) (parts[axis] as NdArray).data[next] = found[axis] as number;
      next++;
    }
  } while (walk.advance());
}

/** The product of the lengths: a number where it is exact as one. */
function sizeWithin64Bits(lengths: readonly number[]): number | bigint {
  let size = 1n;
  for (const length of lengths) {
    size *= BigInt(length);
    if (size >= 2n ** 63n) {
      throw new ValueError(
        "dimensions are too large; arrays and shapes with a total size greater than 'intp' are not supported.",
      );
    }
  }
  return size <= Number.MAX_SAFE_INTEGER ? Number(size) : size;
}

function coordinates(flat: number | bigint, lengths: readonly number[], size: number | bigint): number[] {
  if (flat < 0 || flat >= size) throw new ValueError(`index ${flat} is out of bounds for array with size ${size}`);
  const found = new Array<number>(lengths.length);
  if (typeof size === "bigint") {
    let rest = BigInt(flat);
    for (let axis = lengths.length - 1; axis >= 0; axis--) {
      const length = BigInt(lengths[axis] as number);
      found[axis] = Number(rest % length);
      rest /= length;
    }
    return found;
  }
  let rest = Number(flat);
  for (let axis = lengths.length - 1; axis >= 0; axis--) {
    const length = lengths[axis] as number;
    found[axis] = rest % length;
    rest = Math.trunc(rest / length);
  }
  return found;
}
