import type { NdArray } from "../array/ndarray.ts";
import type { Plan } from "../reduce/plan.ts";
import type { Watch } from "../reduce/watch.ts";
import { kernelTallyOf } from "./kernel-tally.ts";
import type { LaneBlock } from "./lane-places.ts";
import { ReferenceTally } from "./reference-tally.ts";

/** Counts in a block of lanes. */
export interface Tally {
  /** Of each lane of the block: the elements that equal its winner, itself among them. */
  readonly equals: Float64Array;
  /** More than 0 where a NaN was seen. */
  readonly nans: Uint8Array;
  /** @throws {CancelledError} `watch` said so. */
  look(plan: Plan, block: LaneBlock, watch: Watch): void;
}

/** By the kernels, where they can. */
export function tallyOf(a: NdArray): Tally {
  return kernelTallyOf(a) ?? new ReferenceTally(a);
}
