import type { Desk } from "./desk.ts";
import { put } from "./winners.ts";
import type { Lit } from "./winners-state.ts";

/** The cell that has the focus, by its full index: a walk through the winners goes on from there. */
export function focusAt(desk: Desk, index: readonly number[]): void {
  put(desk, { from: index });
}

/** Lights the lane of a cell, by its full index in the array that is shown; null: none. */
export function light(desk: Desk, index: readonly number[] | null): void {
  const { lit } = desk.store.getState().winners;
  if (index === null && lit.kind !== "none") put(desk, { lit: { kind: "none" } });
  if (index !== null && !isAt(lit, index)) put(desk, { lit: { kind: "cell", index } });
}

function isAt(lit: Lit, index: readonly number[]): boolean {
  return lit.kind === "cell" && lit.index.every((position, d) => position === index[d]);
}
