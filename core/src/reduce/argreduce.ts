import { free } from "../array/empty.ts";
import { makeIndexArray } from "../array/index-array.ts";
import type { NdArray } from "../array/ndarray.ts";
import { sizeOf } from "../array/strides.ts";
import { ValueError } from "../errors.ts";
import { asAxis, checkAxis, checkOrdered, checkOut, checkOutIsArray } from "./check.ts";
import { makePlan, type Plan } from "./plan.ts";
import { reduceByReference } from "./reference.ts";
import { reduceByKernels } from "./reordered.ts";
import { hasAllNanLane, indexScalar, putIndices, resultShape } from "./result.ts";
import { reduceSmall } from "./small.ts";

/** What a reduction takes beside the array and the axis. */
export interface ReduceOptions {
  /** Keep the reduced axis with length 1. */
  readonly keepdims?: boolean;
  /** Takes the result, which is then also what is returned: an array of the result's shape, of an integer dtype or bool. */
  readonly out?: NdArray | null;
  /** Two words of shared memory: [0] progress in 1/1000, [1] anything but 0 means cancel. `out` is untouched then. */
  readonly control?: Int32Array;
}

/**
 * Index of the smallest element along one axis, exactly as NumPy's `argmin`.
 *
 * Ties go to the first occurrence. The first NaN wins, or the first NaT; -0 and +0 are equal. Complex numbers compare by real
 * part, then imaginary part; text by code point, bytes by byte.
 *
 * @param a     any strides; read, never written. Shape (n0, …, nk).
 * @param axis  -ndim ≤ axis < ndim, or `null` for the whole array in C order.
 * @returns indices in elements, not bytes; shape of `a` without `axis` (or 1 there with keepdims). dtype intp: int32 where
 *   every possible index is below 2^31, else float64.
 * @throws {AxisError} axis is out of range.
 * @throws {NumpyTypeError} axis is no integer, the dtype has no order, or `out` cannot take an index.
 * @throws {ValueError} the axis has length 0: "attempt to get argmin of an empty sequence"; or `out` has another shape.
 * @throws {CancelledError} `control` said so.
 * @see numpy/_core/src/multiarray/calculation.c, _PyArray_ArgMinMaxCommon
 * @example argmin(fromNested([[4, 2], [1, 3]]), 0).toNested() // [1, 0]
 */
export function argmin(a: NdArray, axis?: number | null, options?: ReduceOptions): NdArray {
  if (options === undefined && isWhole(a, axis)) {
    const winner = reduceSmall(a, true);
    if (winner >= 0) return indexScalar(winner);
  }
  return reduce("argmin", a, axis, options);
}

/**
 * Index of the greatest element along one axis, exactly as NumPy's `argmax`: as `argmin`, with NaN and NaT winning here too.
 *
 * @see argmin
 */
export function argmax(a: NdArray, axis?: number | null, options?: ReduceOptions): NdArray {
  if (options === undefined && isWhole(a, axis)) {
    const winner = reduceSmall(a, false);
    if (winner >= 0) return indexScalar(winner);
  }
  return reduce("argmax", a, axis, options);
}

function isWhole(a: NdArray, axis: number | null | undefined): boolean {
  return axis === undefined || axis === null || (axis === 0 && a.shape.length === 1);
}

function reduce(
  operation: Plan["operation"],
  a: NdArray,
  axis: number | null | undefined,
  options: ReduceOptions = {},
): NdArray {
  const given = asAxis(axis);
  checkOutIsArray(options.out);
  // NumPy makes a 0-d array 1-d first, so that axis 0 and -1 exist.
  const checked = checkAxis(given, Math.max(a.ndim, 1));
  checkOrdered(a);
  checkNotEmpty(operation, a, checked);
  const shape = resultShape(a.shape, checked, Boolean(options.keepdims));
  checkOut(options.out, shape, operation);
  return deliver(run(makePlan(operation, false, a, checked), shape, options.control), options.out);
}

/** @throws {ValueError} there is a lane, and nothing in it. */
function checkNotEmpty(operation: Plan["operation"], a: NdArray, axis: number | null): void {
  const length = axis === null ? sizeOf(a.shape) : (a.shape[axis] ?? 1);
  if (length === 0) throw new ValueError(`attempt to get ${operation} of an empty sequence`);
}

/** Up to this many elements the plain loops are done before a kernel has been called. */
const TINY = 128;

/**
 * Runs a plan into a result of its own, so that a cancelled or refused call leaves nothing behind.
 *
 * @throws {ValueError} NaN is skipped and some lane has nothing else.
 */
export function run(plan: Plan, shape: readonly number[], control: Int32Array | undefined): NdArray {
  const result = makeIndexArray(shape, plan.length);
  try {
    const isTiny = plan.lanes * plan.length <= TINY;
    const done = !isTiny && reduceByKernels(plan, result.data, control);
    if (!done) reduceByReference(plan, result.data, control);
    if (hasAllNanLane(plan, result.data)) throw new ValueError("All-NaN slice encountered");
  } catch (error) {
    free(result);
    throw error;
  }
  return result;
}

/** The result itself, or `out` with the result in it. */
export function deliver(result: NdArray, out: NdArray | null | undefined): NdArray {
  if (out === undefined || out === null) return result;
  putIndices(result.data as Int32Array | Float64Array, out);
  free(result);
  return out;
}
