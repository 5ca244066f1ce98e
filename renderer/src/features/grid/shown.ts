import type { Frame } from "./frame.ts";
import type { Offsets } from "./offsets.ts";
import { columnContent, type SlotContent } from "./slots.ts";

/** How wide the columns are drawn, in px. 0: there is no such column. */
export interface Widths {
  readonly rowNumbers: number;
  readonly labels: number;
  readonly answer: number;
  /** Of the slots in sight. */
  readonly slots: readonly number[];
}

/** The window that the grid is over a frame. */
export interface Shown {
  readonly frame: Frame;
  readonly rowOffset: number;
  readonly columnOffset: number;
  /** So many slots at the top and at the left stand still: the first places, wherever the others are moved. */
  readonly frozen: Offsets;
  /** How many slots are in sight. Those behind them are blank and hidden. */
  readonly rowSlots: number;
  readonly columnSlots: number;
  readonly widths: Widths;
  /** By slot. */
  readonly decimals: readonly number[];
}

const NOTHING: SlotContent = { kind: "nothing" };

/** The place among the rows shown at which a row slot stands; null for a slot that is out of sight or beyond the last. */
export function rowPlaceIn({ frame, rowOffset, rowSlots, frozen }: Shown, rowSlot: number): number | null {
  const place = rowSlot < frozen.row ? rowSlot : rowOffset + rowSlot;
  return rowSlot < rowSlots && place < frame.shownRows ? place : null;
}

/** The same for a column slot. */
export function columnPlaceIn({ frame, columnOffset, columnSlots, frozen }: Shown, slot: number): number | null {
  const place = slot < frozen.column ? slot : columnOffset + slot;
  return slot < columnSlots && place < frame.shownColumns ? place : null;
}

export function slotContent(shown: Shown, slot: number): SlotContent {
  const place = columnPlaceIn(shown, slot);
  return place === null ? NOTHING : columnContent(shown.frame, shown.frame.columnAt(place));
}

/** The array's row that a row slot shows; null for a slot that shows none. */
export function rowIn(shown: Shown, rowSlot: number): number | null {
  const place = rowPlaceIn(shown, rowSlot);
  return place === null ? null : shown.frame.rowAt(place);
}
