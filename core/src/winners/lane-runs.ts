import { Odometer } from "../array/odometer.ts";
import type { Walk } from "../array/walk.ts";
import { LOOK_EVERY } from "../reduce/watch.ts";

/** Lanes as far from one another as the first two: lane l has its k-th element at `start + l * laneStep + k * step`. */
export interface LaneRow {
  readonly start: number;
  readonly lanes: number;
  readonly laneStep: number;
  readonly length: number;
  readonly step: number;
}

/**
 * Goes through the elements of a lane, in its order, by runs that are short enough to look up from in between.
 *
 * @param see  hears how far behind the lane's start a run starts, how far apart its elements are, how many they are, and how many
 *   came before.
 */
export function eachRun(lane: Walk, see: (shift: number, stride: number, count: number, before: number) => void): void {
  const walk = new Odometer(lane);
  const { runLength, runStride } = walk;
  let before = 0;
  do {
    for (let from = 0; from < runLength; from += LOOK_EVERY) {
      see(walk.position + from * runStride, runStride, Math.min(LOOK_EVERY, runLength - from), before + from);
    }
    before += runLength;
  } while (walk.advance());
}
