import type { Desk } from "../../state/desk.ts";
import { moveSlice } from "../../state/slicing.ts";
import { ready } from "../../state/state.ts";

const PACE_MS = 700;
/** For who asked the system for less motion: each slice stands long enough to be read. */
const CALM_PACE_MS = 1500;

export function pace(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM_PACE_MS : PACE_MS;
}

/** One slice further along a dimension. False at its end, where playing stops. */
export function playOn(desk: Desk, dimension: number): boolean {
  const state = desk.store.getState();
  const position = state.view.fixed[dimension];
  const length = ready(state)?.shape[dimension];
  if (position === undefined || length === undefined || position + 1 >= length) return false;
  moveSlice(desk, dimension, position + 1);
  return position + 2 < length;
}
