import type { NdArray } from "@argscope/core/array/ndarray.ts";
import type { ScaleReach } from "@argscope/core/contract/scaling.ts";
import { cellNumber } from "@argscope/core/order/cell-number.ts";
import { STEPS } from "../../ui/heat-scale.ts";

/** What the cells of a frame are coloured by. */
export interface Heat {
  readonly reach: ScaleReach;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  /** A cell's number, by its position in the array's block. */
  readonly read: (position: number) => number;
}

/** Null where the numbers have no place on one line. */
export function heatOf(array: NdArray, reach: ScaleReach, low: ArrayLike<number>, high: ArrayLike<number>): Heat | null {
  const read = cellNumber(array);
  return read === null ? null : { reach, low, high, read };
}

/** The colour of a cell: its step on the scale as text, `inf` and `-inf` beside it; empty for NaN, which has its own look. */
export function heatStep({ reach, low, high, read }: Heat, position: number, row: number, column: number): string {
  const value = read(position);
  if (value !== value) return "";
  if (value === Number.POSITIVE_INFINITY) return "inf";
  if (value === Number.NEGATIVE_INFINITY) return "-inf";
  const lane = reach === "all" ? 0 : reach === "rows" ? row : column;
  return String(stepOf(value, low[lane] as number, high[lane] as number));
}

/** Where a number stands between two others. Halves, so that no difference of finite numbers is infinite. */
function stepOf(value: number, low: number, high: number): number {
  const span = high / 2 - low / 2;
  // One number alone is neither small nor large.
  if (!(span > 0)) return Math.floor(STEPS / 2);
  const along = (value / 2 - low / 2) / span;
  return Math.max(0, Math.min(STEPS - 1, Math.floor(along * STEPS)));
}
