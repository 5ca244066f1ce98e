import type { Frame } from "./frame.ts";

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

/** Whether the answer, and the colours, say the same of them. */
export function isSameLight(before: Frame, now: Frame): boolean {
  return (
    before.heat === now.heat &&
    before.answer?.indices === now.answer?.indices &&
    before.answer?.reduction === now.answer?.reduction
  );
}
