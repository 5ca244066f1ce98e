import type { Control, SharedArray } from "./worker.ts";

/**
 * Opens a view of what is open under `handle`, so that it can be shown and asked about like any array. `of` is its text in the
 * language of the formula bar. Nothing is copied but by a reshape that has no strides of its own; the view goes when `handle` is freed.
 */
export interface ViewCall {
  takes: { handle: number; of: string; control: Control };
  gives: Viewed;
}

/** A view that has a handle of its own. Its names and labels follow from those of the array that it is a view of. */
export interface Viewed {
  readonly handle: number;
  readonly array: SharedArray;
  readonly nanCount: number;
}

/** Answers a whole expression, such as `np.max(a, axis=0)`, as NumPy prints it. */
export interface EvaluateCall {
  takes: { handle: number; text: string; control: Control };
  gives: Evaluated;
}

export interface Evaluated {
  readonly text: string;
  readonly milliseconds: number;
}
