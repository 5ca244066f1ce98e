import type { Control, SharedArray } from "./worker.ts";

/** What a colour scale reaches over: all cells together, or each column or row by itself. */
export type ScaleReach = "all" | "columns" | "rows";

/** The smallest and the largest finite number of each lane; `inf` and `-inf` where a lane has none. dtype float64. */
export interface Scale {
  readonly low: SharedArray;
  readonly high: SharedArray;
}

export interface ScalingCalls {
  /** `cells`: the slice that the grid shows, shape (rows, columns). The engine keeps the last two of a handle. */
  scale: { takes: { handle: number; cells: SharedArray; reach: ScaleReach; control: Control }; gives: Scale };
}
