import { elementOf } from "../array/element.ts";
import { free } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";
import { argmax, argmin, deliver, type ReduceOptions, run } from "./argreduce.ts";
import { asAxis, checkAxis, checkOut, checkOutIsArray } from "./check.ts";
import { makePlan, type Plan } from "./plan.ts";
import { resultShape } from "./result.ts";

/**
 * `argmin` that passes over NaN: NumPy's `nanargmin`, to which a NaN counts as +inf.
 *
 * So of NaN and infinities alone the first wins, NaN or not. NaT is not passed over. What has no NaN is `argmin`.
 *
 * @throws {ValueError} some lane has nothing but NaN: "All-NaN slice encountered", whatever the others hold.
 * @see numpy/lib/_nanfunctions_impl.py, nanargmin
 * @see argmin
 */
export function nanargmin(a: NdArray, axis?: number | null, options?: ReduceOptions): NdArray {
  return canHoldNan(a) ? reduce("argmin", a, axis, options) : argmin(a, axis, options);
}

/**
 * `argmax` that passes over NaN: NumPy's `nanargmax`, to which a NaN counts as -inf.
 *
 * @see nanargmin
 */
export function nanargmax(a: NdArray, axis?: number | null, options?: ReduceOptions): NdArray {
  return canHoldNan(a) ? reduce("argmax", a, axis, options) : argmax(a, axis, options);
}

function canHoldNan(a: NdArray): boolean {
  const { kind } = elementOf(a.dtype);
  return (kind === "float" || kind === "half" || kind === "complex") && a.size > 0;
}

// NumPy looks for all-NaN lanes with np.all, before argmin sees anything. So the axis is refused in np.all's words (which
// differ for booleans, and for 0-d arrays), and `out` only after that.
function reduce(
  operation: Plan["operation"],
  a: NdArray,
  axis: number | null | undefined,
  options: ReduceOptions = {},
): NdArray {
  const given = asAxis(axis, "an integer is required");
  // np.all takes axis 0 and -1 of a 0-d array; any other is out of bounds of dimension 0 (PyArray_ConvertMultiAxis).
  const checked = a.ndim === 0 && (given === 0 || given === -1) ? 0 : checkAxis(given, a.ndim);
  const shape = resultShape(a.shape, checked, Boolean(options.keepdims));
  const result = run(makePlan(operation, true, a, checked), shape, options.control);
  try {
    checkOutIsArray(options.out);
    checkOut(options.out, shape, operation);
  } catch (error) {
    free(result);
    throw error;
  }
  return deliver(result, options.out);
}
