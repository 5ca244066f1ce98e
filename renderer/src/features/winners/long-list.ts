/** A list's window, in px. `top`: how far into the list it begins, were every row there. */
export interface ListSight {
  readonly top: number;
  readonly height: number;
}

export interface LongList {
  readonly count: number;
  readonly rowHeight: number;
}

/** Chromium draws nothing beyond 2^25 px: a longer list scrolls over this many, each of which then stands for several. */
const LONGEST = 24_000_000;

/** What the scrolled element is high, in px. */
export function scrollHeight({ count, rowHeight }: LongList): number {
  return Math.min(LONGEST, count * rowHeight);
}

/** The largest `top`: the last row is whole at the foot. */
export function lastTop({ count, rowHeight }: LongList, height: number): number {
  return Math.max(0, count * rowHeight - height);
}

/** The `top` that a scroll position stands for. */
export function topOf(list: LongList, scrolled: number, height: number): number {
  const most = scrollHeight(list) - height;
  if (most <= 0) return 0;
  return (Math.max(0, Math.min(most, scrolled)) * lastTop(list, height)) / most;
}

/** The scroll position that stands for a `top`. */
export function scrollOf(list: LongList, { top, height }: ListSight): number {
  const last = lastTop(list, height);
  return last === 0 ? 0 : (top * (scrollHeight(list) - height)) / last;
}

/** The rows that are to be there, with a few to spare: from `first` up to but without `end`. */
export function rowsIn({ count, rowHeight }: LongList, { top, height }: ListSight): { first: number; end: number } {
  const spare = 4;
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight) - spare));
  return { first, end: Math.min(count, Math.ceil((top + height) / rowHeight) + spare) };
}

/** The `top` nearest to the present one at which a row is whole in sight. */
export function topShowing({ rowHeight }: LongList, row: number, { top, height }: ListSight): number {
  const start = row * rowHeight;
  if (start < top) return start;
  return start + rowHeight > top + height ? start + rowHeight - height : top;
}

/** The row that a key leads to; null for a key that leads nowhere. */
export function rowAfter(key: string, row: number, { count, rowHeight }: LongList, { height }: ListSight): number | null {
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const last = count - 1;
  const rows: Readonly<Record<string, number>> = {
    ArrowUp: row - 1,
    ArrowDown: row + 1,
    PageUp: row - page,
    PageDown: row + page,
    Home: 0,
    End: last,
  };
  const target = rows[key];
  return target === undefined || count === 0 ? null : Math.max(0, Math.min(last, target));
}
