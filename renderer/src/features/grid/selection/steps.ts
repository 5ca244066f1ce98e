/** A rectangle on the screen, in px. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** So far beyond the edge a drag scrolls by one row more each time. */
const PX_A_ROW = 12;
const PX_A_COLUMN = 60;
const MOST_ROWS = 40;
const MOST_COLUMNS = 3;

/** How many rows and columns a drag scrolls at a time: none inside, more the further the pointer is beyond the edge. */
export function stepsBeyond({ x, y }: { readonly x: number; readonly y: number }, { left, top, right, bottom }: Box) {
  return {
    rows: beyond(y, top, bottom, PX_A_ROW, MOST_ROWS),
    columns: beyond(x, left, right, PX_A_COLUMN, MOST_COLUMNS),
  };
}

function beyond(at: number, low: number, high: number, px: number, most: number): number {
  if (at < low) return -Math.min(most, 1 + Math.floor((low - at) / px));
  return at > high ? Math.min(most, 1 + Math.floor((at - high) / px)) : 0;
}
