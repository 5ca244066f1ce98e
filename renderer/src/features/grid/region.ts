import type { Frame } from "./frame.ts";
import { type Inside, isInside } from "./lanes.ts";

/**
 * Where a cell stands to the region that was reduced: `out`; or `in` with those of `top right bottom left` on whose side the region
 * ends, as shown. Empty where all rows and columns of the slice were reduced, or are being reduced now.
 */
export function regionEdges(frame: Frame, row: number, column: number): string {
  const inside = regionIn(frame);
  if (inside === null) return "";
  if (!isInside(inside, row, column)) return "out";
  const isOther = (otherRow: number | null, otherColumn: number | null): boolean =>
    otherRow === null || otherColumn === null || !isInside(inside, otherRow, otherColumn);
  const rowBy = (step: number) => at(frame.rowAt, frame.placeOfRow(row) + step, frame.shownRows);
  const columnBy = (step: number) => at(frame.columnAt, frame.placeOfColumn(column) + step, frame.shownColumns);
  const edges = [
    "in",
    isOther(rowBy(-1), column) ? "top" : "",
    isOther(row, columnBy(1)) ? "right" : "",
    isOther(rowBy(1), column) ? "bottom" : "",
    isOther(row, columnBy(-1)) ? "left" : "",
  ];
  return edges.filter((word) => word !== "").join(" ");
}

/** The part of the cells that was reduced; null where none of them steps back for that. */
export function regionIn({ lanes, rows, columns, isAwaited }: Frame): Inside | null {
  if (lanes === null) return null;
  const { inside } = lanes;
  if (!inside.isInSlice) return isAwaited ? null : inside;
  return spans(inside.rows, rows) && spans(inside.columns, columns) ? null : inside;
}

function at(indexAt: (place: number) => number, place: number, count: number): number | null {
  return place >= 0 && place < count ? indexAt(place) : null;
}

function spans([from, to]: readonly [number, number], count: number): boolean {
  return from <= 0 && to >= count;
}
