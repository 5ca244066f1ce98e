import { positionOfFlat } from "../array/item.ts";
import type { NdArray } from "../array/ndarray.ts";
import { Odometer } from "../array/odometer.ts";
import { makePlan, type Plan } from "../reduce/plan.ts";

/** Lanes that are looked at together: what is known of each meanwhile stays in the processor's cache. */
export const LANES_AT_ONCE = 32_768;

/** Some lanes of an answer, one after the other in its order. Positions are in elements of `data`. */
export interface LaneBlock {
  /** The first one's number in the answer. */
  readonly first: number;
  readonly count: number;
  /** Of each lane's first element, and of its winner. */
  readonly starts: Float64Array;
  readonly winners: Float64Array;
}

/** @param axis  as the reduction had it; -ndim ≤ axis < ndim. */
export function lanePlan(a: NdArray, axis: number | null): Plan {
  return makePlan("argmin", false, a, axis === null || a.ndim === 0 ? null : axis < 0 ? axis + a.ndim : axis);
}

/**
 * Where the lanes of an answer start and where their winners stand, block by block: there may be a hundred million. A block is
 * good until the next one.
 *
 * @param indices  the answer, with or without keepdims; written out in C order.
 */
export function* laneBlocks(plan: Plan, indices: NdArray): Generator<LaneBlock> {
  const { outer, lane, offset, lanes } = plan;
  if (lanes === 0) return;
  const starts = new Float64Array(Math.min(LANES_AT_ONCE, lanes));
  const winners = new Float64Array(starts.length);
  const isStraight = lane.shape.length < 2;
  const [stride = 0] = lane.strides;
  const walk = new Odometer(outer);
  let first = 0;
  let count = 0;
  do {
    for (let k = 0; k < walk.runLength; k++) {
      const start = offset + walk.position + k * walk.runStride;
      const index = indices.data[indices.offset + first + count] as number;
      starts[count] = start;
      winners[count++] = isStraight ? start + index * stride : positionOfFlat({ ...lane, offset: start }, index);
      if (count < starts.length) continue;
      yield { first, count, starts, winners };
      first += count;
      count = 0;
    }
  } while (walk.advance());
  if (count > 0) yield { first, count, starts, winners };
}

/** Where the winner of every lane stands, in the answer's order. Positions are in elements of `data`. */
export function winnerPlaces(a: NdArray, axis: number | null, indices: NdArray): Float64Array {
  const all = new Float64Array(indices.size);
  for (const { first, count, winners } of laneBlocks(lanePlan(a, axis), indices)) all.set(winners.subarray(0, count), first);
  return all;
}
