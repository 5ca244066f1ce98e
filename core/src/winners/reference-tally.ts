import { likenessOf } from "../array/likeness.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { Plan } from "../reduce/plan.ts";
import type { Watch } from "../reduce/watch.ts";
import { LANES_AT_ONCE, type LaneBlock } from "./lane-places.ts";
import { eachRun } from "./lane-runs.ts";
import type { Tally } from "./lane-tally.ts";

/** Up to this many elements a lane costs more to begin than to look at. */
const SHORT = 64;

/** What counts where no kernel does, and what the kernels are held against. */
export class ReferenceTally implements Tally {
  readonly equals = new Float64Array(LANES_AT_ONCE);
  readonly nans = new Uint8Array(LANES_AT_ONCE);
  readonly #same: (a: number, b: number) => boolean;
  readonly #isNan: ((position: number) => boolean) | null;

  constructor(a: NdArray) {
    const { same, isNan } = likenessOf(a);
    this.#same = same;
    this.#isNan = isNan;
  }

  /** Lane after lane; or step by step through all lanes, where neighbours belong to different ones or lanes are short. */
  look({ outer, lane, length }: Plan, { starts, winners, count }: LaneBlock, watch: Watch): void {
    this.equals.fill(0, 0, count);
    this.nans.fill(0, 0, count);
    const [stride = 0] = lane.strides;
    const isStraight = lane.shape.length < 2;
    const lieAcross = outer.strides.some((other) => Math.abs(other) < Math.abs(stride));
    if (isStraight && (lieAcross || length <= SHORT)) {
      for (let k = 0; k < length; k++) {
        for (let at = 0; at < count; at++) this.#see(at, (starts[at] as number) + k * stride, winners[at] as number);
        watch.count(count);
      }
      return;
    }
    for (let at = 0; at < count; at++) {
      const winner = winners[at] as number;
      eachRun(lane, (shift, runStride, run) => {
        const start = (starts[at] as number) + shift;
        for (let k = 0; k < run; k++) this.#see(at, start + k * runStride, winner);
        watch.count(run);
      });
    }
  }

  #see(lane: number, position: number, winner: number): void {
    if (this.#same(position, winner)) this.equals[lane] = (this.equals[lane] as number) + 1;
    if (this.#isNan?.(position)) this.nans[lane] = 1;
  }
}
