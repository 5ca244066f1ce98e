import { AxisError, IndexError, NumpyTypeError, OverflowError, ValueError } from "../errors.ts";
import { elementOf } from "./element.ts";
import { empty, free } from "./empty.ts";
import { integerReader } from "./integers.ts";
import { MAX_NDIM } from "./limits.ts";
import type { NdArray } from "./ndarray.ts";
import { Odometer } from "./odometer.ts";
import { orFreed } from "./or-freed.ts";
import { pythonTypeName } from "./python-integer.ts";
import { reshape } from "./reshape.ts";
import { shapeText } from "./shape.ts";

/**
 * The elements that `indices` picks along one axis, in a new array: with what `argmin` answers under `keepdims`, the winners.
 *
 * @param a       any strides. Shape (n0, …, nk).
 * @param indices integers, negative ones from the end; the same number of dimensions as `a`, and lengths that broadcast with
 *   `a`'s everywhere but along `axis`.
 * @param axis    -ndim ≤ axis < ndim, or `null`: `indices` is 1-d and counts in C order.
 * @throws {AxisError} axis is out of range.
 * @throws {IndexError} `indices` are no integers, point outside, or do not broadcast.
 * @throws {ValueError} the numbers of dimensions differ.
 * @see numpy/lib/_shape_base_impl.py, take_along_axis
 */
export function takeAlongAxis(a: NdArray, indices: NdArray, axis: number | null): NdArray {
  if (axis === null) {
    if (indices.ndim !== 1) throw new ValueError("when axis=None, `indices` must have a single dimension.");
    checkIndices(indices);
    const flat = reshape(a, -1);
    try {
      return take(flat, indices, 0);
    } finally {
      if (flat.data !== a.data) free(flat);
    }
  }
  const along = normalAxis(axis, a.ndim);
  checkIndices(indices);
  if (a.ndim !== indices.ndim) throw new ValueError("`indices` and `arr` must have the same number of dimensions");
  return take(a, indices, along);
}

// numpy/_core/src/multiarray/multiarraymodule.c, normalize_axis_index: unlike argmin it takes a boolean for 0 or 1.
function normalAxis(axis: unknown, ndim: number): number {
  const given = typeof axis === "boolean" || typeof axis === "bigint" ? Number(axis) : axis;
  if (typeof given !== "number")
    throw new NumpyTypeError(`'${pythonTypeName(given)}' object cannot be interpreted as an integer`);
  if (!Number.isInteger(given)) throw new NumpyTypeError("integer argument expected, got float");
  if (given >= 2 ** 63 || given < -(2 ** 63)) throw new OverflowError("Python int too large to convert to C long");
  if (given >= 2 ** 31 || given < -(2 ** 31)) throw new OverflowError("Python int too large to convert to C int");
  if (given < -ndim || given >= ndim) throw new AxisError(given, ndim);
  return given < 0 ? given + ndim : given;
}

function checkIndices(indices: NdArray): void {
  const { kind } = elementOf(indices.dtype);
  if (kind === "timedelta") throw new IndexError("arrays used as indices must be of integer (or boolean) type");
  if (!["int", "uint", "bigint", "biguint", "intp"].includes(kind)) throw new IndexError("`indices` must be an integer array");
}

function take(a: NdArray, indices: NdArray, axis: number): NdArray {
  if (a.ndim === MAX_NDIM) {
    throw new IndexError(
      `when no subspace is given, the number of index arrays cannot be above ${MAX_NDIM - 1}, but ${a.ndim} index arrays found`,
    );
  }
  const result = empty(broadcastShape(a.shape, indices.shape, axis), a.dtype);
  orFreed([result], () => fill(result, a, indices, axis));
  return result;
}

function fill(result: NdArray, a: NdArray, indices: NdArray, axis: number): void {
  if (result.size === 0) return;
  const { shape } = result;
  const length = a.shape[axis] as number;
  const read = integerReader(indices);
  // Where the result has a dimension that the indices or the array lack, their stride there is 0.
  const indexWalk = new Odometer({ shape, strides: repeated(indices.shape, indices.strides, shape) });
  const arrayWalk = new Odometer({ shape, strides: repeated(a.shape, a.strides, shape).map((s, k) => (k === axis ? 0 : s)) });
  const { numbers } = elementOf(a.dtype);
  let next = 0;
  do {
    for (let k = 0; k < indexWalk.runLength; k++) {
      const given = read(indices.offset + indexWalk.position + k * indexWalk.runStride);
      if (given < -length || given >= length) {
        throw new IndexError(`index ${given} is out of bounds for axis ${axis} with size ${length}`);
      }
      const counted = Number(given);
      const along = (counted < 0 ? counted + length : counted) * (a.strides[axis] as number);
      const from = (a.offset + arrayWalk.position + k * arrayWalk.runStride + along) * numbers;
      for (let n = 0; n < numbers; n++) result.data[next++] = a.data[from + n] as number & bigint;
    }
    arrayWalk.advance();
  } while (indexWalk.advance());
}

function repeated(own: readonly number[], strides: readonly number[], shape: readonly number[]): number[] {
  return shape.map((length, k) => (own[k] === 1 && length !== 1 ? 0 : (strides[k] as number)));
}

function broadcastShape(array: readonly number[], indices: readonly number[], axis: number): number[] {
  return indices.map((length, k) => {
    const other = k === axis ? 1 : (array[k] as number);
    if (length === other || other === 1) return length;
    if (length === 1) return other;
    // NumPy names the shape of each array in the fancy index that it makes: one arange per axis, and the indices.
    const shapes = array.map((n, d) => shapeText(d === axis ? indices : array.map((_, e) => (e === d ? n : 1))));
    throw new IndexError(
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${shapes.map((text) => `${text} `).join("")}`,
    );
  });
}
