import type { CellRange } from "@argscope/core/contract/selecting.ts";
import { rangeHas } from "@argscope/core/select/range.ts";
import { isSingle } from "../../../state/selected.ts";

/** By which of a cell's edges are an edge of its range: 1 top, 2 right, 4 bottom, 8 left. */
const EDGES = Array.from({ length: 16 }, (_, bits) => [..."trbl"].filter((_letter, k) => bits & (1 << k)).join(" "));

/** What is selected, as cells ask for it. All in places. */
export class SelectionMarks {
  readonly ranges: readonly CellRange[];
  /** One cell alone is where the focus is, and its ring says so. */
  readonly isSingle: boolean;

  constructor(ranges: readonly CellRange[]) {
    this.ranges = ranges;
    this.isSingle = isSingle(ranges);
  }

  /** The edges of the selection that a cell has: `t r`, none inside it; null outside. */
  cell(row: number, column: number): string | null {
    let isInside = false;
    let bits = 15;
    for (const range of this.ranges) {
      if (!rangeHas(range, row, column)) continue;
      isInside = true;
      const { top, left, bottom, right } = range;
      // Where ranges overlap an edge that lies inside another is none.
      bits &= (row === top ? 1 : 0) | (column === right - 1 ? 2 : 0) | (row === bottom - 1 ? 4 : 0) | (column === left ? 8 : 0);
    }
    return isInside ? (EDGES[bits] as string) : null;
  }

  hasRow(row: number): boolean {
    return !this.isSingle && this.ranges.some(({ top, bottom }) => row >= top && row < bottom);
  }

  hasColumn(column: number): boolean {
    return !this.isSingle && this.ranges.some(({ left, right }) => column >= left && column < right);
  }
}

export const NOTHING_SELECTED = new SelectionMarks([]);
