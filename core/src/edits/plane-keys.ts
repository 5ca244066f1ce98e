import type { CellRange } from "../contract/selecting.ts";
import { ValueError } from "../errors.ts";
import { columnAt, type Plane, positionIn, rowAt } from "../select/plane.ts";
import { rangeSize } from "../select/range.ts";
import { keyOf } from "./cell-key.ts";
import type { Progress } from "./progress.ts";

/** What a cell's place among the rows and columns shown stands for. */
export interface PlaneCells {
  readonly plane: Plane;
  /** Rows of each column of labels. */
  readonly labelRows: number;
  /** The plane's texts are the labels that can be edited, and not those of a view. */
  readonly hasOwnLabels: boolean;
}

/** Finds the key of the cell at a place. @throws {ValueError} it is none that can be edited. */
export function keyFinder({ plane, labelRows, hasOwnLabels }: PlaneCells): (row: number, column: number) => number {
  const columns = plane.cells.shape[1] as number;
  return (rowPlace, columnPlace) => {
    const row = rowAt(plane, rowPlace);
    const column = columnAt(plane, columnPlace);
    if (column < columns) return positionIn(plane, row, column);
    if (!hasOwnLabels) throw new ValueError("what is shown here is worked out from the array, and cannot be edited.");
    return keyOf(column - columns + 1, row, labelRows);
  };
}

/** The keys of the cells of some ranges, range by range and row by row. */
export function keysIn(cells: PlaneCells, ranges: readonly CellRange[], progress: Progress): Float64Array {
  const keys = new Float64Array(ranges.reduce((sum, range) => sum + rangeSize(range), 0));
  const keyAt = keyFinder(cells);
  let count = 0;
  for (const { top, left, bottom, right } of ranges) {
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) {
        progress.step(count, keys.length);
        keys[count++] = keyAt(row, column);
      }
    }
  }
  return keys;
}
