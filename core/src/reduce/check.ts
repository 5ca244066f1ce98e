import { elementOf } from "../array/element.ts";
import { NdArray } from "../array/ndarray.ts";
import { asPythonInteger } from "../array/python-integer.ts";
import { AxisError, NumpyTypeError, OverflowError, ValueError } from "../errors.ts";

/**
 * An axis that a caller gave as the integer that NumPy takes it for; `null` for the whole array.
 *
 * @param booleanRefusal what is said to `true` and `false`.
 * @see numpy/_core/src/multiarray/conversion_utils.c, PyArray_AxisConverter
 */
export function asAxis(axis: unknown, booleanRefusal = "an integer is required for the axis"): number | null {
  if (axis === null || axis === undefined) return null;
  const given = asPythonInteger(axis, booleanRefusal);
  if (given >= 2 ** 63 || given < -(2 ** 63)) throw new OverflowError("Python int too large to convert to C long");
  if (given >= 2 ** 31 || given < -(2 ** 31)) throw new ValueError("integer won't fit into a C int");
  return given;
}

/** An axis counted from the front: 0 ≤ axis < ndim, or `null`. */
export function checkAxis(axis: number | null, ndim: number): number | null {
  if (axis === null) return null;
  if (axis < -ndim || axis >= ndim) throw new AxisError(axis, ndim);
  return axis < 0 ? axis + ndim : axis;
}

/** @throws {NumpyTypeError} the elements have no order: structured dtypes and void, even without elements. */
export function checkOrdered(a: NdArray): void {
  if (elementOf(a.dtype).kind === "record") throw new NumpyTypeError("data type not ordered");
}

/** Dtypes that an index may be put into: those NumPy casts to intp "safely". */
const TAKES_INDEX = new Set(["bool", "int8", "int16", "int32", "int64", "intp", "uint8", "uint16", "uint32"]);

/** @throws {NumpyTypeError} `out` was given and is no array. NumPy says so before it looks at the array or the axis's range. */
export function checkOutIsArray(out: unknown): asserts out is NdArray | null | undefined {
  if (out === undefined || out === null || out instanceof NdArray) return;
  throw new NumpyTypeError("output must be an array");
}

/**
 * Whether `out` can take a result.
 *
 * @param shape of the result.
 * @see numpy/_core/src/multiarray/calculation.c, _PyArray_ArgMinMaxCommon
 */
export function checkOut(out: NdArray | null | undefined, shape: readonly number[], operation: "argmin" | "argmax"): void {
  if (out === null || out === undefined) return;
  if (out.ndim !== shape.length || shape.some((length, k) => length !== out.shape[k])) {
    throw new ValueError(`output array does not match result of np.${operation}.`);
  }
  if (!TAKES_INDEX.has(out.dtype)) {
    const { repr } = elementOf(out.dtype);
    const what = out.ndim === 0 ? "scalar" : "array data";
    throw new NumpyTypeError(`Cannot cast ${what} from ${repr} to dtype('int64') according to the rule 'safe'`);
  }
}
