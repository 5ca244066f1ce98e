import type { Dtype, Elements } from "../array/dtype.ts";

/** Some dimensions in logical (C) order, neighbours merged where one stride walks both. Strides count elements. */
export interface Walk {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

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
  const inLane = (k: number) => axis === null || k === axis;
  const outer = coalesce(shape, strides, (k) => !inLane(k));
  const lane = coalesce(shape, strides, inLane);
  return { operation, skipNan, dtype, data, offset, outer, lane, lanes: count(outer), length: count(lane) };
}

// Walks the chosen dimensions from the innermost out, so that a neighbour joins when one stride steps over both.
function coalesce(shape: readonly number[], strides: readonly number[], chosen: (k: number) => boolean): Walk {
  const walk = { shape: [] as number[], strides: [] as number[] };
  for (let k = shape.length - 1; k >= 0; k--) {
    const length = shape[k] as number;
    const stride = strides[k] as number;
    if (!chosen(k) || length === 1) continue;
    const inner = walk.shape[0];
    if (inner !== undefined && stride === inner * (walk.strides[0] as number)) walk.shape[0] = inner * length;
    else {
      walk.shape.unshift(length);
      walk.strides.unshift(stride);
    }
  }
  return walk;
}

function count(walk: Walk): number {
  return walk.shape.reduce((product, length) => product * length, 1);
}
