import { empty, free } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { Walk } from "../array/walk.ts";
import type { ScaleReach } from "../contract/scaling.ts";
import type { Control } from "../contract/worker.ts";
import { UnsupportedError } from "../errors.ts";
import { reduceValues } from "../expression/value-reduction.ts";
import { Watch } from "../reduce/watch.ts";
import { cellNumber } from "./cell-number.ts";

/** By lane; one lane where all cells are taken together. */
export interface FiniteRange {
  readonly low: NdArray;
  readonly high: NdArray;
}

/**
 * The smallest and the largest finite number of each lane of a slice. NaN, NaT and infinities do not count; a lane without a
 * finite number has `inf` and `-inf`. 64-bit integers are rounded to float64: a colour needs no more.
 *
 * @param cells  shape (rows, columns), any strides.
 * @returns to be freed.
 * @throws {UnsupportedError} the elements are no numbers.
 * @throws {CancelledError} someone wrote the cancel word.
 */
export function finiteRange(cells: NdArray, reach: ScaleReach, control?: Control): FiniteRange {
  const low = endsOf(cells, reach, "argmin", control);
  try {
    return { low, high: endsOf(cells, reach, "argmax", control) };
  } catch (error) {
    free(low);
    throw error;
  }
}

/** One of the two numbers for every lane: what the kernels find, and a second look only at lanes in which an infinity won. */
function endsOf(cells: NdArray, reach: ScaleReach, operation: "argmin" | "argmax", control: Control | undefined): NdArray {
  const [rows = 0, columns = 0] = cells.shape;
  const read = cellNumber(cells);
  if (read === null) throw new UnsupportedError(`Cells of dtype ${cells.dtype} have no place on a scale of colours.`);
  const nothing = operation === "argmin" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const ends = empty([reach === "all" ? 1 : reach === "rows" ? rows : columns], "float64");
  const numbers = (ends.data as Float64Array).fill(nothing);
  if (cells.size === 0) return ends;
  const axis = reach === "all" ? null : reach === "rows" ? 1 : 0;
  const watch = new Watch(control, cells.size);
  let values: NdArray | null = null;
  try {
    values = reduceValues(cells, { operation, axis, keepdims: false, nan: "skip" }, operation, control);
    const readValue = cellNumber(values) ?? read;
    for (let lane = 0; lane < ends.size; lane++) {
      const value = readValue(lane);
      // NaN wins only where there is nothing else.
      if (Number.isFinite(value)) numbers[lane] = value;
      else if (!Number.isNaN(value)) numbers[lane] = finiteEnd(laneOf(cells, reach, lane), read, operation, watch);
    }
  } catch (error) {
    free(ends);
    throw error;
  } finally {
    if (values !== null) free(values);
  }
  return ends;
}

/** The cells of one lane. */
function laneOf({ shape, strides, offset }: NdArray, reach: ScaleReach, lane: number): Walk & { readonly start: number } {
  const dimension = reach === "rows" ? 0 : 1;
  if (reach === "all") return { shape, strides, start: offset };
  return { shape: shape.with(dimension, 1), strides, start: offset + lane * (strides[dimension] as number) };
}

function finiteEnd(
  { shape, strides, start }: Walk & { readonly start: number },
  read: (position: number) => number,
  operation: "argmin" | "argmax",
  watch: Watch,
): number {
  const [rows = 0, columns = 0] = shape;
  const [perRow = 0, perColumn = 0] = strides;
  const sign = operation === "argmin" ? 1 : -1;
  let best = Number.POSITIVE_INFINITY;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = sign * read(start + row * perRow + column * perColumn);
      if (value < best && value - value === 0) best = value;
    }
    watch.count(columns);
  }
  return sign * best;
}
