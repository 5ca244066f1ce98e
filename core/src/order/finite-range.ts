import { empty, free } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { ScaleReach } from "../contract/scaling.ts";
import type { Control } from "../contract/worker.ts";
import { UnsupportedError } from "../errors.ts";
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
  const [rows = 0, columns = 0] = cells.shape;
  const [perRow = 0, perColumn = 0] = cells.strides;
  const read = cellNumber(cells);
  if (read === null) throw new UnsupportedError(`Cells of dtype ${cells.dtype} have no place on a scale of colours.`);
  const lanes = reach === "all" ? 1 : reach === "rows" ? rows : columns;
  const low = empty([lanes], "float64");
  const high = empty([lanes], "float64");
  low.data.fill(Number.POSITIVE_INFINITY as never);
  high.data.fill(Number.NEGATIVE_INFINITY as never);
  const [lows, highs] = [low.data as Float64Array, high.data as Float64Array];
  const [laneOfRow, laneOfColumn] = [reach === "rows" ? 1 : 0, reach === "columns" ? 1 : 0];
  const watch = new Watch(control, rows * columns);
  try {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const value = read(cells.offset + row * perRow + column * perColumn);
        const lane = row * laneOfRow + column * laneOfColumn;
        // Infinities and NaN leave no finite difference.
        if (value - value !== 0) continue;
        if (value < (lows[lane] as number)) lows[lane] = value;
        if (value > (highs[lane] as number)) highs[lane] = value;
      }
      watch.count(columns);
    }
  } catch (error) {
    free(low);
    free(high);
    throw error;
  }
  return { low, high };
}
