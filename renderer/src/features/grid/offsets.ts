/** Where a window over an array begins: whole rows and columns, not pixels. */
export interface Offsets {
  readonly row: number;
  readonly column: number;
}

/** An offset that leaves the window filled: a whole number between 0 and `last`. */
export function clampOffset(offset: number, last: number): number {
  return Math.max(0, Math.min(last, Math.round(offset)));
}

/** How many columns it takes from `first` on to fill `room` px; the last may be cut. `width` in px, of a column by number. */
export function columnsCovering(first: number, count: number, room: number, width: (column: number) => number): number {
  let used = 0;
  let column = first;
  while (column < count && used < room) used += width(column++);
  return column - first;
}

/** The first column of the longest run that ends with `last` and lies whole within `room` px. At least `last` itself. */
export function firstColumnBefore(last: number, room: number, width: (column: number) => number): number {
  let first = Math.max(0, last);
  let used = width(first);
  while (first > 0 && used + width(first - 1) <= room) used += width(--first);
  return first;
}

/**
 * The offset nearest to the present one at which a row is in sight. All are places among the rows shown.
 *
 * @param page    how many rows lie whole in the window, the frozen ones too.
 * @param frozen  how many stand still at the top: they are always in sight.
 */
export function rowOffsetShowing(row: number, offset: number, page: number, frozen = 0): number {
  if (row < frozen) return offset;
  if (row < offset + frozen) return row - frozen;
  return row < offset + page ? offset : row - page + 1;
}

/** From nearby the same; from afar the row stands in the middle, with its neighbours on both sides. */
export function rowOffsetNear(row: number, offset: number, page: number, frozen = 0): number {
  const isNear = row < frozen || (row >= offset - page && row < offset + 2 * page);
  return isNear ? rowOffsetShowing(row, offset, page, frozen) : Math.max(0, row - Math.floor(page / 2));
}

/** `rowOffsetShowing` for a column. `room` in px, for those that move. */
export function columnOffsetShowing(
  column: number,
  offset: number,
  room: number,
  width: (column: number) => number,
  frozen = 0,
): number {
  if (column < frozen) return offset;
  if (column <= offset + frozen) return column - frozen;
  return Math.max(offset, firstColumnBefore(column, room, width) - frozen);
}
