import type { Cursor } from "./cursor.ts";
import type { Layout } from "./layout.ts";
import { columnOffsetShowing, type Offsets, rowOffsetNear, rowOffsetShowing } from "./offsets.ts";

/** What of a layout decides where the window stands next. */
type Standing = Pick<Layout, "offsets" | "last" | "page" | "movingWidth" | "frozen" | "widthAt">;

/** So many rows and columns from the start, as far as the window goes. What is left out stays as it is. */
export function within({ offsets, last }: Standing, change: Partial<Offsets>): Offsets {
  return {
    row: Math.max(0, Math.min(last.row, change.row ?? offsets.row)),
    column: Math.max(0, Math.min(last.column, change.column ?? offsets.column)),
  };
}

/**
 * Where a place is in sight: nearby moved no further than needed, from afar with its neighbouring rows on both sides. Null: this
 * direction stays as it is.
 */
export function showing(standing: Standing, place: { readonly row: number | null; readonly column: number | null }): Offsets {
  const { offsets, page, frozen } = standing;
  return {
    row: place.row === null ? offsets.row : rowOffsetNear(place.row, offsets.row, page.row, frozen.row),
    column: place.column === null ? offsets.column : columnShowing(standing, place.column),
  };
}

/**
 * Where a cell is in sight that a key leads to. A page moves the window too, so that the focus stays where it is on the screen.
 *
 * @param extent rows and columns shown: what lies beyond them is the answer, and always in sight.
 */
export function followingKey(
  standing: Standing,
  { row, column }: Cursor,
  key: string,
  extent: { readonly shownRows: number; readonly shownColumns: number },
): Offsets {
  const { offsets, page, frozen } = standing;
  const pages = key === "PageDown" ? page.row : key === "PageUp" ? -page.row : 0;
  const from = within(standing, { row: offsets.row + pages }).row;
  return {
    row: row < extent.shownRows ? rowOffsetShowing(row, from, page.row, frozen.row) : offsets.row,
    column: column >= 0 && column < extent.shownColumns ? columnShowing(standing, column) : offsets.column,
  };
}

function columnShowing({ offsets, movingWidth, widthAt, frozen }: Standing, column: number): number {
  return columnOffsetShowing(column, offsets.column, movingWidth, widthAt, frozen.column);
}
