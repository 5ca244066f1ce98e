import { columnCount, columnsIn, columnsKey } from "./arranging.ts";
import { type ColumnSet, hiding, moving, type NumberFormat, neighbour, plainColumns, showing } from "./columns.ts";
import type { Desk } from "./desk.ts";

/** No narrower can a column be made, in px: its edge can still be taken hold of. */
export const NARROWEST_BY_HAND = 24;
const WIDEST_BY_HAND = 1200;

/** Changes what a person made of the columns that are shown. It is kept for this array and mapping while the file is open. */
function change(desk: Desk, by: (set: ColumnSet, count: number) => ColumnSet): void {
  const state = desk.store.getState();
  const key = columnsKey(state);
  if (key === null) return;
  const before = columnsIn(state);
  const set = by(before, columnCount(desk, state));
  if (set !== before) desk.store.setState({ columns: new Map(state.columns).set(key, set) });
}

/**
 * @param width  in px.
 * @returns the width that it has now, within what is allowed.
 */
export function resizeColumn(desk: Desk, column: number, width: number): number {
  const whole = Math.round(Math.max(NARROWEST_BY_HAND, Math.min(WIDEST_BY_HAND, width)));
  change(desk, (set) => (set.widths.get(column) === whole ? set : { ...set, widths: new Map(set.widths).set(column, whole) }));
  return whole;
}

export function hideColumn(desk: Desk, column: number): void {
  change(desk, (set, count) => hiding(set, column, count));
}

export function showColumn(desk: Desk, column: number): void {
  change(desk, (set) => showing(set, column));
}

/** Every column is shown again, in the array's order and as wide as it needs to be. Number formats stay. */
export function restoreColumns(desk: Desk): void {
  change(desk, ({ format, formats }) => ({ ...plainColumns, format, formats }));
}

/** Shows a column where another one is. */
export function moveColumn(desk: Desk, column: number, target: number): void {
  change(desk, (set, count) => (column === target ? set : moving(set, column, target, count)));
}

export function moveColumnBy(desk: Desk, column: number, step: 1 | -1): void {
  change(desk, (set, count) => {
    const target = neighbour(set, column, step, count);
    return target === null ? set : moving(set, column, target, count);
  });
}

/** How many columns at the left and rows at the top stand still, in places. */
export function freeze(desk: Desk, frozen: Partial<ColumnSet["frozen"]>): void {
  change(desk, (set) => ({ ...set, frozen: { ...set.frozen, ...frozen } }));
}

/** @param column  null: every column that has no format of its own. */
export function formatColumn(desk: Desk, column: number | null, format: NumberFormat): void {
  change(desk, (set) =>
    column === null ? { ...set, format, formats: new Map() } : { ...set, formats: new Map(set.formats).set(column, format) },
  );
}
