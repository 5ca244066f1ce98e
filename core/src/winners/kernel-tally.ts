import type { NdArray } from "../array/ndarray.ts";
import { joined, type Walk } from "../array/walk.ts";
import { keysAt, rowsAt, winnersAt } from "../memory/scratch.ts";
import type { Plan } from "../reduce/plan.ts";
import type { Watch } from "../reduce/watch.ts";
import { LANES_AT_ONCE, type LaneBlock } from "./lane-places.ts";
import { eachRun, type LaneRow } from "./lane-runs.ts";
import type { Tally } from "./lane-tally.ts";
import { type Readable, readableOf } from "./readable.ts";

/** Elements of one call: about a millisecond. */
const A_CALL = 2 ** 20;

/** A tally by the kernels; `null` where they do not count. */
export function kernelTallyOf(a: NdArray): Tally | null {
  const readable = readableOf(a);
  return readable === null ? null : new KernelTally(readable);
}

class KernelTally implements Tally {
  readonly equals = new Float64Array(LANES_AT_ONCE);
  readonly nans = new Uint8Array(LANES_AT_ONCE);
  readonly #readable: Readable;
  /** The kernels' memory: where each lane's winner is, and what was counted, its equals and NaNs in turn. */
  readonly #winners: Uint32Array;
  readonly #counts: Uint32Array;

  constructor(readable: Readable) {
    const { buffer } = readable.memory;
    this.#readable = readable;
    this.#winners = new Uint32Array(buffer, keysAt(0), LANES_AT_ONCE);
    this.#counts = new Uint32Array(buffer, winnersAt(0), 2 * LANES_AT_ONCE);
  }

  look({ lane, length }: Plan, block: LaneBlock, watch: Watch): void {
    const { count, winners } = block;
    const { at } = this.#readable;
    for (let k = 0; k < count; k++) this.#winners[k] = at(winners[k] as number);
    this.#counts.fill(0, 0, 2 * count);
    const [step = 0] = lane.strides;
    if (lane.shape.length > 1) this.#winding(inMemoryOrder(lane), block, watch);
    else for (const { from, row } of rowsOf(block, length, step)) this.#row(from, row, watch);
    for (let k = 0; k < count; k++) {
      this.equals[k] = this.#counts[2 * k] as number;
      this.nans[k] = this.#counts[2 * k + 1] === 0 ? 0 : 1;
    }
  }

  #row(from: number, row: LaneRow, watch: Watch): void {
    const { start, lanes, laneStep, length, step } = row;
    const isAcross = lanes > 1 && Math.abs(laneStep) < Math.abs(step);
    const areNeighbours = isAcross && laneStep === 1;
    // Where neither lanes nor elements are neighbours the nearer ones follow each other.
    const most = areNeighbours ? Math.ceil(A_CALL / lanes) : isAcross ? 1 : A_CALL;
    for (let k = 0; k < length; k += most) {
      const part = { ...row, start: start + k * step, length: Math.min(most, length - k) };
      if (areNeighbours) this.#columns(from, part, watch);
      else this.#lanes(from, part, watch);
    }
  }

  #columns(from: number, { start, lanes, length, step }: LaneRow, watch: Watch): void {
    const { kernels, kind, itemsize, at } = this.#readable;
    const [winners, out] = [keysAt(0) + 4 * from, winnersAt(0) + 8 * from];
    kernels.tallyColumns(kind, at(start), length, step * itemsize, lanes, winners, rowsAt(0), out);
    watch.count(length * lanes);
  }

  #lanes(from: number, { start, lanes, laneStep, length, step }: LaneRow, watch: Watch): void {
    const { kernels, kind, itemsize, at } = this.#readable;
    const most = Math.ceil(A_CALL / length);
    for (let k = 0; k < lanes; k += most) {
      const count = Math.min(most, lanes - k);
      const first = at(start + k * laneStep);
      const [winners, out] = [keysAt(0) + 4 * (from + k), winnersAt(0) + 8 * (from + k)];
      kernels.tallyLanes(kind, first, length, step * itemsize, count, laneStep * itemsize, winners, out);
      watch.count(count * length);
    }
  }

  /** Lanes of several dimensions, which a whole array is where it is not in C order or has gaps. */
  #winding(lane: Walk, { starts, count }: LaneBlock, watch: Watch): void {
    for (let k = 0; k < count; k++) {
      eachRun(lane, (shift, step, length) =>
        this.#lanes(k, { start: (starts[k] as number) + shift, lanes: 1, laneStep: 0, length, step }, watch),
      );
    }
  }
}

/** Counting needs no order: what is nearest in memory goes inside. */
function inMemoryOrder({ shape, strides }: Walk): Walk {
  const dimensions = shape.map((length, k) => ({ length, stride: strides[k] as number }));
  const repeated = dimensions.filter(({ stride }) => stride === 0);
  const moving = dimensions.filter(({ stride }) => stride !== 0).sort((a, b) => Math.abs(b.stride) - Math.abs(a.stride));
  return joined([...repeated, ...moving]);
}

/** A block cut where the distance from a lane to the next changes; `from`: the first lane's number in the block. */
function* rowsOf({ starts, count }: LaneBlock, length: number, step: number): Generator<{ from: number; row: LaneRow }> {
  for (let from = 0; from < count; ) {
    const start = starts[from] as number;
    const laneStep = from + 1 < count ? (starts[from + 1] as number) - start : 0;
    let to = from + 1;
    while (to < count && (starts[to] as number) - (starts[to - 1] as number) === laneStep) to++;
    yield { from, row: { start, lanes: to - from, laneStep, length, step } };
    from = to;
  }
}
