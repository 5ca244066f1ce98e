import { NumpyTypeError, ValueError } from "../errors.ts";
import { makeIndexArray } from "./index-array.ts";
import { asIndex, checkIntegers, integerReader } from "./integers.ts";
import { MAX_NDIM } from "./limits.ts";
import { NdArray } from "./ndarray.ts";
import { Odometer } from "./odometer.ts";
import { orFreed } from "./or-freed.ts";
import { asShape, shapeText } from "./shape.ts";
import { sizeOf } from "./strides.ts";

/**
 * The index in C order of the element at an index per axis: the inverse of `unravelIndex`.
 *
 * @param index one entry per dimension of `shape`: numbers, or integer arrays whose shapes broadcast. Negative ones do not
 *   count from the end.
 * @returns a number, exact below 2^53; an array where one of the entries is an array.
 * @throws {ValueError} an entry is outside of the shape: "invalid entry in coordinates array".
 * @throws {NumpyTypeError} not an integer.
 * @see numpy/_core/src/multiarray/compiled_base.c, arr_ravel_multi_index
 * @example ravelMultiIndex([1, 2], [2, 3]) // 5
 */
export function ravelMultiIndex(index: readonly (number | bigint)[], shape: readonly number[] | number): number;
export function ravelMultiIndex(
  index: readonly (number | bigint | NdArray)[],
  shape: readonly number[] | number,
): number | NdArray;
export function ravelMultiIndex(
  index: readonly (number | bigint | NdArray)[],
  shape: readonly number[] | number,
): number | NdArray {
  const lengths = asShape(shape);
  if (lengths.length === MAX_NDIM) throw new ValueError("too many dimensions passed to ravel_multi_index");
  checkSize(lengths);
  if (!Array.isArray(index)) throw new NumpyTypeError("dispatcher for __array_function__ did not return an iterable");
  if (index.length !== lengths.length) {
    throw new ValueError(`parameter multi_index must be a sequence of length ${lengths.length}`);
  }
  const entries = index.map(asEntry);
  const common = broadcast(entries);
  if (lengths.includes(0) && sizeOf(common) > 0) {
    throw new ValueError("cannot unravel if shape has zero entries (is empty).");
  }
  const result = makeIndexArray(common, sizeOf(lengths));
  orFreed([result], () => combine(entries, lengths, common, result.data));
  return index.some((entry) => entry instanceof NdArray) ? result : (result.data[0] as number);
}

/** An entry of the index as something to walk: a bare number is a 0-d array. */
interface Entry {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly read: (position: number) => number | bigint;
}

function asEntry(given: number | bigint | NdArray): Entry {
  if (given instanceof NdArray) {
    checkIntegers(given);
    return { shape: given.shape, strides: given.strides, offset: given.offset, read: integerReader(given) };
  }
  const value = asIndex(given);
  return { shape: [], strides: [], offset: 0, read: () => value };
}

function checkSize(lengths: readonly number[]): void {
  let size = 1n;
  for (let axis = lengths.length - 1; axis >= 0; axis--) {
    size *= BigInt(lengths[axis] as number);
    if (size >= 2n ** 63n) {
      throw new ValueError("invalid dims: array size defined by dims is larger than the maximum possible size.");
    }
  }
}

function broadcast(entries: readonly Entry[]): number[] {
  const ndim = Math.max(0, ...entries.map(({ shape }) => shape.length));
  return Array.from({ length: ndim }, (_, k) => {
    let common = 1;
    for (const { shape } of entries) {
      const length = shape[shape.length - ndim + k] ?? 1;
      if (length === 1 || length === common) continue;
      if (common !== 1) {
        const shapes = entries.map((entry) => `${shapeText(entry.shape)} `).join("");
        throw new ValueError(`operands could not be broadcast together with shapes ${shapes}`);
      }
      common = length;
    }
    return common;
  });
}

function combine(
  entries: readonly Entry[],
  lengths: readonly number[],
  shape: readonly number[],
  target: Int32Array | Float64Array,
): void {
  if (target.length === 0) return;
  let scale = 1;
  for (let axis = lengths.length - 1; axis >= 0; axis--) {
    const { shape: own, strides, offset, read } = entries[axis] as Entry;
    const added = shape.length - own.length;
    const walk = new Odometer({
      shape,
      strides: shape.map((_, k) => ((own[k - added] ?? 1) === 1 ? 0 : (strides[k - added] as number))),
    });
    const length = lengths[axis] as number;
    let next = 0;
    do {
      for (let k = 0; k < walk.runLength; k++) {
        const entry = read(offset + walk.position + k * walk.runStride);
        if (entry < 0 || entry >= length) throw new ValueError("invalid entry in coordinates array");
        target[next] = (axis === lengths.length - 1 ? 0 : (target[next] as number)) + Number(entry) * scale;
        next++;
      }
    } while (walk.advance());
    scale *= length;
  }
}
