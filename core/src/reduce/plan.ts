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
