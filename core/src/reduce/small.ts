import type { NdArray } from "../array/ndarray.ts";
import { isRowMajor } from "../array/strides.ts";
import { greatestOfFewDoubles, greatestOfFewSingles, leastOfFewDoubles, leastOfFewSingles } from "./few.ts";
import { reduceByOneCall } from "./one-call.ts";
import type { Numbers } from "./reference-numbers.ts";

/** Up to this many float64 elements a loop is done before a kernel would be called. */
const SMALL = 512;

/** As SMALL, for other numbers: their loops are slower than one call of a kernel. And what is few of any. */
const FEW = 16;

/**
 * The flat index of the smallest or greatest element of a small contiguous array of numbers; -1 where the array is not of
 * that kind and the common path must do it.
 *
 * Before any plan is made: on ten elements everything else would cost more than the comparison.
 */
export function reduceSmall(a: NdArray, least: boolean): number {
  const length = contiguousLength(a);
  if (length === 0 || length > SMALL) return -1;
  const { dtype, data, offset } = a;
  if (dtype === "float64") {
    const doubles = data as Float64Array;
    if (length <= FEW)
      return least ? leastOfFewDoubles(doubles, offset, length) : greatestOfFewDoubles(doubles, offset, length);
    return least ? leastOf(doubles, offset, offset + length) : greatestOf(doubles, offset, offset + length);
  }
  if (length > FEW) return reduceByOneCall(a, length, least);
  if (dtype === "float32") {
    const singles = data as Float32Array;
    return least ? leastOfFewSingles(singles, offset, length) : greatestOfFewSingles(singles, offset, length);
  }
  if (!NUMBERS.has(dtype)) return reduceByOneCall(a, length, least);
  return least ? leastOfNumbers(data as Numbers, offset, length) : greatestOfNumbers(data as Numbers, offset, length);
}

/** Elements of an array that lies in C order without gaps; else 0. */
function contiguousLength({ shape, strides }: NdArray): number {
  // Most small arrays are a list.
  if (shape.length === 1) return strides[0] === 1 || shape[0] === 1 ? (shape[0] as number) : 0;
  let length = 1;
  for (let k = 0; k < shape.length; k++) length *= shape[k] as number;
  return isRowMajor(shape, strides) ? length : 0;
}

const NUMBERS = new Set<string>(["bool", "int8", "int16", "int32", "uint8", "uint16", "uint32", "intp"]);

function leastOfNumbers(data: Numbers, start: number, length: number): number {
  let best = data[start] as number;
  let winner = 0;
  for (let k = 1; k < length; k++) {
    const value = data[start + k] as number;
    if (!(value >= best) && !Number.isNaN(best)) {
      best = value;
      winner = k;
    }
  }
  return winner;
}

function greatestOfNumbers(data: Numbers, start: number, length: number): number {
  let best = data[start] as number;
  let winner = 0;
  for (let k = 1; k < length; k++) {
    const value = data[start + k] as number;
    if (!(value <= best) && !Number.isNaN(best)) {
      best = value;
      winner = k;
    }
  }
  return winner;
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
