import type { Found, Place } from "../contract/selecting.ts";
import type { Watch } from "../reduce/watch.ts";
import { type CellMatch, cellMatch, type TextMatch, textMatch } from "./matching.ts";
import { columnAt, type Plane, planeColumns, planeRows, positionIn, rowAt, textsOf } from "./plane.ts";
import type { Query } from "./query.ts";

/** Cells that a search looks at in a row: the label beside it, then the columns shown. */
export function searchWidth(plane: Plane): number {
  return planeColumns(plane) + before(plane);
}

/** All cells that a search looks at, in reading order. */
export function searchSize(plane: Plane): number {
  return planeRows(plane) * searchWidth(plane);
}

/**
 * The nearest match in a stretch of the plane's cells in reading order, and how many there are.
 *
 * @param from  where it begins. Greater than `to`: the stretch is looked through backwards, from the cell before `from`.
 * @param want  `first`: nothing is looked at behind the first match.
 */
export function search(
  plane: Plane,
  query: Query,
  { from, to, want }: { from: number; to: number; want: "first" | "count" },
  watch: Watch,
): Found {
  const matches = placeMatch(plane, query);
  const width = searchWidth(plane);
  const step = from <= to ? 1 : -1;
  const length = Math.abs(to - from);
  const start = step === 1 ? from : from - 1;
  let [row, k] = [Math.floor(start / width), start % width];
  let first: Place | null = null;
  let count = 0;
  for (let done = 1; done <= length; done++) {
    if (done % CELLS_A_LOOK === 0) watch.count(CELLS_A_LOOK);
    if (matches(row, k)) {
      count++;
      first ??= { row, column: k - before(plane) };
      if (want === "first") break;
    }
    k += step;
    if (k === width || k < 0) {
      row += step;
      k = step === 1 ? 0 : width - 1;
    }
  }
  return { first, count };
}

const CELLS_A_LOOK = 1024;

/** Cells of a row that stand before its columns: the label. */
function before({ labels }: Plane): number {
  return labels.length > 0 ? 1 : 0;
}

/** Whether the k-th cell of a row, in places, is one that is looked for. */
function placeMatch(plane: Plane, query: Query): (place: number, k: number) => boolean {
  const inCells: CellMatch = cellMatch(plane.cells, query);
  const inTexts: TextMatch = textMatch(query);
  const aside = before(plane);
  const columns = Array.from({ length: planeColumns(plane) }, (_, place) => columnAt(plane, place));
  const texts = columns.map((column) => textsOf(plane, column));
  return (place, k) => {
    const row = rowAt(plane, place);
    if (k < aside) return inTexts(plane.labels[0]?.text(row) ?? "");
    const text = texts[k - aside];
    return text === undefined ? inCells(positionIn(plane, row, columns[k - aside] as number)) : inTexts(text.text(row));
  };
}

/** The first row whose label is the text; else the first whose label is the text but for its case. Null: none. */
export function rowOfLabel(plane: Plane, text: string, watch: Watch): number | null {
  const labels = plane.labels[0];
  if (labels === undefined) return null;
  const lower = text.toLowerCase();
  let alike: number | null = null;
  for (let row = 0; row < (plane.cells.shape[0] as number); row++) {
    if (row % CELLS_A_LOOK === CELLS_A_LOOK - 1) watch.count(CELLS_A_LOOK);
    const label = labels.text(row);
    if (label === text) return row;
    if (alike === null && label.toLowerCase() === lower) alike = row;
  }
  return alike;
}
