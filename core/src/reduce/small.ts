import type { NdArray } from "../array/ndarray.ts";
import { isRowMajor } from "../array/strides.ts";

/** Up to this many elements a plain loop is done before a kernel would be called. */
const SMALL = 512;

/**
 * The flat index of the smallest (`sign` 1) or greatest (-1) element of a small contiguous float64 array; -1 where the
 * array is not of that kind and the common path must do it.
 *
 * Before any plan is made: on ten elements everything else would cost more than the comparison.
 */
export function reduceSmall(a: NdArray, least: boolean): number {
  if (a.dtype !== "float64") return -1;
  const { shape } = a;
  let length = 1;
  for (let k = 0; k < shape.length; k++) length *= shape[k] as number;
  if (length === 0 || length > SMALL || !isRowMajor(shape, a.strides)) return -1;
  const data = a.data as Float64Array;
  return least ? leastOf(data, a.offset, a.offset + length) : greatestOf(data, a.offset, a.offset + length);
}

// Eight at a time: `x >= best` is false for a smaller value and for NaN, so one branch passes over eight elements.
function leastOf(data: Float64Array, start: number, end: number): number {
  let best = data[start] as number;
  if (Number.isNaN(best)) return 0;
  let winner = start;
  let at = start + 1;
  while (at < end) {
    if (
      at + 8 <= end &&
      (data[at] as number) >= best &&
      (data[at + 1] as number) >= best &&
      (data[at + 2] as number) >= best &&
      (data[at + 3] as number) >= best &&
      (data[at + 4] as number) >= best &&
      (data[at + 5] as number) >= best &&
      (data[at + 6] as number) >= best &&
      (data[at + 7] as number) >= best
    ) {
      at += 8;
      continue;
    }
    const stop = Math.min(at + 8, end);
    for (; at < stop; at++) {
      const value = data[at] as number;
      if (!(value >= best)) {
        best = value;
        winner = at;
        if (Number.isNaN(value)) return winner - start;
      }
    }
  }
  return winner - start;
}

function greatestOf(data: Float64Array, start: number, end: number): number {
  let best = data[start] as number;
  if (Number.isNaN(best)) return 0;
  let winner = start;
  let at = start + 1;
  while (at < end) {
    if (
      at + 8 <= end &&
      (data[at] as number) <= best &&
      (data[at + 1] as number) <= best &&
      (data[at + 2] as number) <= best &&
      (data[at + 3] as number) <= best &&
      (data[at + 4] as number) <= best &&
      (data[at + 5] as number) <= best &&
      (data[at + 6] as number) <= best &&
      (data[at + 7] as number) <= best
    ) {
      at += 8;
      continue;
    }
    const stop = Math.min(at + 8, end);
    for (; at < stop; at++) {
      const value = data[at] as number;
      if (!(value <= best)) {
        best = value;
        winner = at;
        if (Number.isNaN(value)) return winner - start;
      }
    }
  }
  return winner - start;
}
