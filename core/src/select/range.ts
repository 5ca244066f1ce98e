import type { CellRange } from "../contract/selecting.ts";

export function isEmptyRange({ top, left, bottom, right }: CellRange): boolean {
  return bottom <= top || right <= left;
}

/** How many cells a range holds. */
export function rangeSize({ top, left, bottom, right }: CellRange): number {
  return Math.max(0, bottom - top) * Math.max(0, right - left);
}

export function rangeHas({ top, left, bottom, right }: CellRange, row: number, column: number): boolean {
  return row >= top && row < bottom && column >= left && column < right;
}

/** The part of a range that two share; it may be empty. */
export function rangeWithin(a: CellRange, b: CellRange): CellRange {
  return {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
}

/** The same cells in ranges of which no two overlap: a cell that was selected twice counts once. */
export function disjoint(ranges: readonly CellRange[]): CellRange[] {
  const apart: CellRange[] = [];
  for (const range of ranges) {
    let rest = isEmptyRange(range) ? [] : [range];
    for (const taken of apart) rest = rest.flatMap((piece) => without(piece, taken));
    apart.push(...rest);
  }
  return apart;
}

/** What is left of a range: above, below, and to both sides of what is taken out. */
function without(range: CellRange, taken: CellRange): CellRange[] {
  const shared = rangeWithin(range, taken);
  if (isEmptyRange(shared)) return [range];
  const { top, left, bottom, right } = range;
  return [
    { top, left, bottom: shared.top, right },
    { top: shared.bottom, left, bottom, right },
    { top: shared.top, left, bottom: shared.bottom, right: shared.left },
    { top: shared.top, left: shared.right, bottom: shared.bottom, right },
  ].filter((piece) => !isEmptyRange(piece));
}

/** A range in pieces of at most so many cells, whole rows together where one fits. */
export function* piecesOf(range: CellRange, cells: number): Generator<CellRange> {
  const { top, left, bottom, right } = range;
  const columns = Math.min(right - left, cells);
  const rows = Math.max(1, Math.floor(cells / Math.max(1, columns)));
  for (let from = left; from < right; from += columns) {
    for (let row = top; row < bottom; row += rows) {
      yield { top: row, left: from, bottom: Math.min(bottom, row + rows), right: Math.min(right, from + columns) };
    }
  }
}
