import type { Elements } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import { empty, free } from "../array/empty.ts";
import { makeIndexArray } from "../array/index-array.ts";
import type { NdArray } from "../array/ndarray.ts";
import { Odometer } from "../array/odometer.ts";
import { sizeOf } from "../array/strides.ts";
import type { Walk } from "../array/walk.ts";
import type { Reduction } from "../contract/worker.ts";
import { ArgscopeError, NumpyTypeError, ValueError } from "../errors.ts";
import { checkAxis } from "../reduce/check.ts";
import { makePlan, type Plan } from "../reduce/plan.ts";
import { reduceByReference } from "../reduce/reference.ts";
import { reduceByKernels } from "../reduce/reordered.ts";
import { resultShape } from "../reduce/result.ts";
import { isMissing, leastPosition } from "./present.ts";

/** NumPy's refusal of a dtype that a universal function has no loop for. */
class UfuncTypeError extends ArgscopeError {
  readonly tag = "Type";
  override readonly name = "UFuncTypeError";
}

/**
 * The universal function that reduces: `minimum`, or `fmin` where NaN is passed over in what is an array already.
 *
 * @see numpy/lib/_nanfunctions_impl.py, nanmin
 */
export function ufuncOf({ operation, nan }: Pick<Reduction, "operation" | "nan">, isArray: boolean): string {
  const way = operation === "argmin" ? "min" : "max";
  return nan === "skip" && isArray ? `f${way}` : `${way}imum`;
}

/** A checked reduction to values: its axis counted from the front, and the shape of the result. */
interface Checked {
  readonly axis: number | null;
  readonly shape: readonly number[];
}

/**
 * Checks a reduction to values in NumPy's order: axis, dtype, then whether there is anything in a lane.
 *
 * @throws {AxisError} axis is out of range. An array without dimensions has axes 0 and -1.
 * @throws {NumpyTypeError} the elements have no order.
 * @throws {ValueError} a lane is empty.
 */
export function checkValues(
  { shape, dtype }: Pick<NdArray, "shape" | "dtype">,
  { axis, keepdims }: Pick<Reduction, "axis" | "keepdims">,
  ufunc: string,
): Checked {
  const isZeroth = shape.length === 0 && (axis === 0 || axis === -1);
  const checked = isZeroth ? null : checkAxis(axis, shape.length);
  const { kind, repr } = elementOf(dtype);
  if (kind === "record") throw new NumpyTypeError("data type not ordered");
  if (kind === "str" || kind === "bytes") {
    throw new UfuncTypeError(
      `ufunc '${ufunc}' did not contain a loop with signature matching types (${repr}, ${repr}) -> None`,
    );
  }
  if ((checked === null ? sizeOf(shape) : shape[checked]) === 0) {
    throw new ValueError(`zero-size array to reduction operation ${ufunc} which has no identity`);
  }
  return { axis: checked, shape: resultShape(shape, checked, keepdims) };
}

/**
 * The smallest or greatest values along one axis, as NumPy's `min`, `max`, `nanmin` and `nanmax`: the elements that argmin and
 * argmax find. With the NaN rule `skip` a lane of nothing but NaN gives NaN.
 *
 * @param reduction its axis is -ndim ≤ axis < ndim, or `null` for the whole array.
 * @param ufunc what NumPy calls it, for messages.
 * @returns dtype of `a`; a new array in engine memory.
 * @throws {AxisError} and others, as `checkValues`.
 * @throws {CancelledError} `control` said so.
 * @see numpy/_core/src/umath/reduction.c, PyUFunc_ReduceWrapper; numpy/lib/_nanfunctions_impl.py, nanmin
 */
export function reduceValues(a: NdArray, reduction: Omit<Reduction, "of">, ufunc: string, control?: Int32Array): NdArray {
  const { operation, nan } = reduction;
  const { axis, shape } = checkValues(a, reduction, ufunc);
  const result = empty(shape, a.dtype);
  if (result.size === 0) return result;
  const { kind } = elementOf(a.dtype);
  const skipsNan = nan === "skip" && (kind === "float" || kind === "half" || kind === "complex");
  const plan = makePlan(operation, skipsNan, a, axis);
  const winners = makeIndexArray(shape, plan.length);
  try {
    if (!reduceByKernels(plan, winners.data, control)) reduceByReference(plan, winners.data, control);
    gather(plan, winners.data, nan === "skip", result);
  } catch (error) {
    free(result);
    throw error;
  } finally {
    free(winners);
  }
  return result;
}

/** Copies the winner of every lane. */
function gather(plan: Plan, winners: Int32Array | Float64Array, skips: boolean, result: NdArray): void {
  const { kind, numbers } = elementOf(plan.dtype);
  const outer = new Odometer(plan.outer);
  let next = 0;
  do {
    for (let k = 0; k < outer.runLength; k++) {
      const lane = plan.offset + outer.position + k * outer.runStride;
      const winner = winners[next] as number;
      let position = lane + positionIn(plan.lane, Math.max(winner, 0));
      // A winner that is missing beside others that are not: NaN counts as infinity to nanargmin, and NaT always wins.
      if (skips && winner >= 0 && isMissing(kind, plan.data, position)) position = leastPosition(plan, kind, lane) ?? position;
      copyElement(plan.data, position * numbers, result.data, next * numbers, numbers);
      next++;
    }
  } while (outer.advance());
}

/** Where the `index`-th element of a lane stands, from the lane's first. */
function positionIn(lane: Walk, index: number): number {
  let rest = index;
  let position = 0;
  for (let k = lane.shape.length - 1; k >= 0; k--) {
    const length = lane.shape[k] as number;
    position += (rest % length) * (lane.strides[k] as number);
    rest = Math.floor(rest / length);
  }
  return position;
}

function copyElement(from: Elements, at: number, to: Elements, position: number, numbers: number): void {
  for (let n = 0; n < numbers; n++) to[position + n] = from[at + n] as number & bigint;
}
