import type { NdArray } from "@argscope/core";
import { positionOfFlat } from "@argscope/core/array/item.ts";
import { Odometer } from "@argscope/core/array/odometer.ts";
import type { Control } from "@argscope/core/contract/worker.ts";
import { makePlan, type Plan } from "@argscope/core/reduce/plan.ts";
import { Watch } from "@argscope/core/reduce/watch.ts";
import { likenessOf } from "./likeness.ts";

/** The lanes of a reduction, in the answer's order: where each one's winner stands, and how many elements tie with it. */
export interface Lanes {
  /** Positions of the winners' elements in the array's `data`. */
  readonly winners: Float64Array;
  /** Elements as good as the winner, itself not counted. */
  readonly ties: Float64Array;
  /** The number of lanes that hold a NaN or NaT. */
  readonly withNan: number;
}

/**
 * Looks at every element once more.
 *
 * @throws {CancelledError} `control` said so.
 */
export function lanesOf(a: NdArray, axis: number | null, indices: NdArray, control: Control): Lanes {
  const plan = makePlan("argmin", false, a, axis === null || a.ndim === 0 ? null : axis < 0 ? axis + a.ndim : axis);
  const starts = startsOf(plan);
  const winners = starts.map((offset, k) => positionOfFlat({ ...plan.lane, offset }, Number(indices.data[indices.offset + k])));
  const { same, isNan } = likenessOf(a);
  // The winner meets itself once.
  const ties = new Float64Array(plan.lanes).fill(-1);
  const nan = new Uint8Array(plan.lanes);
  visit(plan, starts, new Watch(control, a.size), (lane, position) => {
    if (same(position, winners[lane] as number)) ties[lane] = (ties[lane] as number) + 1;
    if (isNan?.(position)) nan[lane] = 1;
  });
  return { winners, ties, withNan: nan.reduce((sum, one) => sum + one, 0) };
}

/** The position of each lane's first element. */
function startsOf({ outer, offset, lanes }: Plan): Float64Array {
  const starts = new Float64Array(lanes);
  if (lanes === 0) return starts;
  const walk = new Odometer(outer);
  let lane = 0;
  do {
    for (let k = 0; k < walk.runLength; k++) starts[lane++] = offset + walk.position + k * walk.runStride;
  } while (walk.advance());
  return starts;
}

/** Visits every element: lane after lane, or step by step through all lanes where neighbours in memory belong to different ones. */
function visit(plan: Plan, starts: Float64Array, watch: Watch, see: (lane: number, position: number) => void): void {
  const { outer, lane, lanes, length } = plan;
  const [stride = 0] = lane.strides;
  if (lane.shape.length === 1 && outer.strides.some((other) => Math.abs(other) < Math.abs(stride))) {
    for (let k = 0; k < length; k++) {
      for (let at = 0; at < lanes; at++) see(at, (starts[at] as number) + k * stride);
      watch.count(lanes);
    }
    return;
  }
  const walk = new Odometer(lane);
  for (let at = 0; at < lanes; at++) {
    const start = starts[at] as number;
    do {
      for (let k = 0; k < walk.runLength; k++) see(at, start + walk.position + k * walk.runStride);
      watch.count(walk.runLength);
    } while (walk.advance());
  }
}
