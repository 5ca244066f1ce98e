import type { Frame } from "./frame.ts";
import { regionIn } from "./region.ts";

/** Whether two frames show the same cells in the same order, whatever the answer says of them. */
export function isSameCells(before: Frame, now: Frame): boolean {
  return (
    before.array === now.array &&
    before.fixed === now.fixed &&
    before.rowOrder === now.rowOrder &&
    before.columnOrder === now.columnOrder &&
    before.columnSet === now.columnSet
  );
}

/** Whether two frames show the same array with its rows and columns along the same dimensions, whichever slice of it. */
export function isSameWay(before: Frame, now: Frame): boolean {
  return before.array === now.array && before.rowAxis === now.rowAxis && before.columnAxis === now.columnAxis;
}

/** Whether no cells are coloured otherwise, and none step back or come forward with the region that was reduced. */
export function isSameTint(before: Frame, now: Frame): boolean {
  const [a, b] = [regionIn(before), regionIn(now)];
  if (before.heat !== now.heat) return false;
  if (a === null || b === null) return a === b;
  return a.isInSlice === b.isInSlice && isSameSpan(a.rows, b.rows) && isSameSpan(a.columns, b.columns);
}

function isSameSpan(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Whether the answer, and the colours, say the same of them. */
export function isSameLight(before: Frame, now: Frame): boolean {
  return (
    before.heat === now.heat &&
    before.answer?.indices === now.answer?.indices &&
    before.answer?.reduction === now.answer?.reduction
  );
}
