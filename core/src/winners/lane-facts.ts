import { empty, free } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";
import { Watch } from "../reduce/watch.ts";
import { laneBlocks, lanePlan } from "./lane-places.ts";
import { tallyOf } from "./lane-tally.ts";

/** What a second look at every element tells of the lanes, in the answer's order. */
export interface LaneFacts {
  /** Elements as good as the winner, itself not counted. Shape (lanes,); the narrowest integers that hold them. */
  readonly ties: NdArray;
  /** 1 where a lane holds a NaN or NaT; `null` where none does. Shape (lanes,), dtype bool. */
  readonly nan: NdArray | null;
  readonly lanesWithTies: number;
  readonly lanesWithNan: number;
}

/**
 * Counts each lane's ties and finds the lanes that hold a NaN.
 *
 * @param axis     as the reduction had it; -ndim ≤ axis < ndim.
 * @param indices  its answer, with or without keepdims; written out in C order.
 * @returns what `releaseFacts` gives back to the memory.
 * @throws {CancelledError} `control` said so; nothing is held then.
 * @throws {CapacityError} the memory cannot be had.
 */
export function laneFacts(a: NdArray, axis: number | null, indices: NdArray, control?: Int32Array): LaneFacts {
  const plan = lanePlan(a, axis);
  const { lanes, length } = plan;
  const ties = empty(
    [lanes],
    length <= 2 ** 8 ? "uint8" : length <= 2 ** 16 ? "uint16" : length <= 2 ** 32 ? "uint32" : "float64",
  );
  const counts = ties.data as Uint8Array | Uint16Array | Uint32Array | Float64Array;
  const watch = new Watch(control, lanes * length);
  const tally = tallyOf(a);
  let nan: NdArray | null = null;
  let lanesWithTies = 0;
  let lanesWithNan = 0;
  try {
    for (const block of a.size === 0 ? [] : laneBlocks(plan, indices)) {
      tally.look(plan, block, watch);
      for (let k = 0; k < block.count; k++) {
        // The winner met itself once.
        const count = (tally.equals[k] as number) - 1;
        counts[block.first + k] = count;
        if (count > 0) lanesWithTies++;
        if (tally.nans[k] === 0) continue;
        nan ??= noNan(lanes);
        (nan.data as Uint8Array)[block.first + k] = 1;
        lanesWithNan++;
      }
    }
    watch.finish();
  } catch (error) {
    free(ties);
    if (nan !== null) free(nan);
    throw error;
  }
  return { ties, nan, lanesWithTies, lanesWithNan };
}

export function releaseFacts({ ties, nan }: LaneFacts): void {
  free(ties);
  if (nan !== null) free(nan);
}

function noNan(lanes: number): NdArray {
  const flags = empty([lanes], "bool");
  (flags.data as Uint8Array).fill(0);
  return flags;
}
