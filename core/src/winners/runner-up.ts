import { elementOf } from "../array/element.ts";
import { free } from "../array/empty.ts";
import { type IndexArray, makeIndexArray } from "../array/index-array.ts";
import type { NdArray } from "../array/ndarray.ts";
import { makePlan, type Plan } from "../reduce/plan.ts";
import { reduceByReference } from "../reduce/reference.ts";
import { reduceByKernels } from "../reduce/reordered.ts";

/**
 * Who would win each lane if its NaNs were passed over: `nanargmin` or `nanargmax` without NumPy's refusal of lanes that hold
 * nothing else, which answer -1. Beside infinities the index may be a NaN's own, as NumPy's.
 *
 * @param axis  0 ≤ axis < ndim, or `null`. The lanes are not empty.
 * @returns shape (lanes,), to be freed; `null` for a dtype that has no NaN to pass over (NaT among them).
 * @throws {CancelledError} `control` said so; nothing is held then.
 */
export function runnersUp(
  operation: Plan["operation"],
  a: NdArray,
  axis: number | null,
  control?: Int32Array,
): IndexArray | null {
  const { kind } = elementOf(a.dtype);
  if (kind !== "float" && kind !== "half" && kind !== "complex") return null;
  const plan = makePlan(operation, true, a, a.ndim === 0 ? null : axis);
  const result = makeIndexArray([plan.lanes], plan.length);
  try {
    if (!reduceByKernels(plan, result.data, control)) reduceByReference(plan, result.data, control);
  } catch (error) {
    free(result);
    throw error;
  }
  return result;
}
