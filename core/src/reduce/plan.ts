import type { Dtype, Elements } from "../array/dtype.ts";
import { sizeOf } from "../array/strides.ts";
import { addInside, type OpenWalk, type Walk } from "../array/walk.ts";
import type { Places } from "./places.ts";

/**
 * A checked reduction as geometry: `outer` visits the lanes in the result's order, `lane` the elements of one lane in the
 * order that decides ties. A lane has one dimension, or more when `axis` was null and the array's ravel has no single stride.
 */
export interface Plan {
  readonly operation: "argmin" | "argmax";
  /** True for the nan-functions: NaN is passed over (the check for all-NaN lanes is the caller's). */
  readonly skipNan: boolean;
  readonly dtype: Dtype;
  readonly data: Elements;
  /** Of the array's first element, in elements of `data`'s array. */
  readonly offset: number;
  readonly outer: Walk;
  readonly lane: Walk;
  /** Product of `outer.shape`. */
  readonly lanes: number;
  /** Product of `lane.shape`; at least 1. */
  readonly length: number;
  /** Where `outer` does not go in the result's order: where the lanes belong. */
  readonly places?: Places;
}

/**
 * The plan of a reduction whose arguments were checked.
 *
 * @param axis `null` for the whole array; 0 ≤ axis < ndim. The lanes are not empty.
 */
export function makePlan(
  operation: Plan["operation"],
  skipNan: boolean,
  a: { dtype: Dtype; data: Elements; offset: number; shape: readonly number[]; strides: readonly number[] },
  axis: number | null,
): Plan {
  const { dtype, data, offset, shape, strides } = a;
  const outer = coalesce(shape, strides, axis, false);
  const lane = coalesce(shape, strides, axis, true);
  return { operation, skipNan, dtype, data, offset, outer, lane, lanes: sizeOf(outer.shape), length: sizeOf(lane.shape) };
}

// Walks the dimensions of the lane, or the others, from the outermost in: a neighbour joins where its stride, repeated, is
// the stride of the one before it. No closures, for this runs in every call.
function coalesce(shape: readonly number[], strides: readonly number[], axis: number | null, inLane: boolean): Walk {
  const walk: OpenWalk = { shape: [], strides: [] };
  for (let k = 0; k < shape.length; k++) {
    const length = shape[k] as number;
    if ((axis === null || k === axis) === inLane) addInside(walk, length, strides[k] as number);
  }
  return walk;
}
