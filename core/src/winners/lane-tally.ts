import type { Elements } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import { likenessOf } from "../array/likeness.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { LaneBlock } from "./lane-places.ts";

/** Counts in a block of lanes, whichever way their elements are looked at. */
export interface Tally {
  /** Of each lane of the block: the elements that equal its winner, itself among them. */
  readonly equals: Float64Array;
  /** More than 0 where a NaN was seen. */
  readonly nans: Uint8Array;
  begin(block: LaneBlock): void;
  /** Looks at `count` elements of one lane. */
  along(lane: number, position: number, stride: number, count: number): void;
  /** Looks at one element of every lane, each `shift` behind its lane's start. */
  across(shift: number): void;
}

export function tallyOf(a: NdArray): Tally {
  const { kind } = elementOf(a.dtype);
  const { data } = a;
  const isPlain = kind === "float" || kind === "int" || kind === "uint" || kind === "intp";
  if (!isPlain || data instanceof BigInt64Array || data instanceof BigUint64Array) return new LikeTally(a);
  return new NumberTally(data);
}

abstract class BlockTally implements Tally {
  equals = new Float64Array(0);
  nans = new Uint8Array(0);
  protected block: LaneBlock = { first: 0, count: 0, starts: this.equals, winners: this.equals };

  begin(block: LaneBlock): void {
    this.block = block;
    if (this.equals.length < block.count) {
      this.equals = new Float64Array(block.count);
      this.nans = new Uint8Array(block.count);
    }
    this.equals.fill(0);
    this.nans.fill(0);
  }

  abstract along(lane: number, position: number, stride: number, count: number): void;
  abstract across(shift: number): void;
}

/** The loops of most arrays: each lane's best value is at hand, and no element costs a call. */
class NumberTally extends BlockTally {
  readonly #data: Exclude<Elements, BigInt64Array | BigUint64Array>;
  #best = new Float64Array(0);

  constructor(data: Exclude<Elements, BigInt64Array | BigUint64Array>) {
    super();
    this.#data = data;
  }

  override begin(block: LaneBlock): void {
    super.begin(block);
    if (this.#best.length < block.count) this.#best = new Float64Array(block.count);
    for (let k = 0; k < block.count; k++) this.#best[k] = this.#data[block.winners[k] as number] as number;
  }

  along(lane: number, position: number, stride: number, count: number): void {
    const data = this.#data;
    const value = this.#best[lane] as number;
    let equal = 0;
    let nans = 0;
    for (let k = 0, at = position; k < count; k++, at += stride) {
      const x = data[at] as number;
      // Only NaN differs from itself.
      if (x === value) equal++;
      else if (x !== x) nans++;
    }
    this.equals[lane] = (this.equals[lane] as number) + (value !== value ? nans : equal);
    if (nans > 0) this.nans[lane] = 1;
  }

  across(shift: number): void {
    const { equals, nans, block } = this;
    const data = this.#data;
    const best = this.#best;
    const { starts, count } = block;
    for (let lane = 0; lane < count; lane++) {
      const x = data[(starts[lane] as number) + shift] as number;
      const value = best[lane] as number;
      if (x === value) equals[lane] = (equals[lane] as number) + 1;
      else if (x !== x) {
        nans[lane] = 1;
        if (value !== value) equals[lane] = (equals[lane] as number) + 1;
      }
    }
  }
}

class LikeTally extends BlockTally {
  readonly #same: (a: number, b: number) => boolean;
  readonly #isNan: ((position: number) => boolean) | null;

  constructor(a: NdArray) {
    super();
    const { same, isNan } = likenessOf(a);
    this.#same = same;
    this.#isNan = isNan;
  }

  along(lane: number, position: number, stride: number, count: number): void {
    for (let k = 0; k < count; k++) this.#see(lane, position + k * stride);
  }

  across(shift: number): void {
    const { starts, count } = this.block;
    for (let lane = 0; lane < count; lane++) this.#see(lane, (starts[lane] as number) + shift);
  }

  #see(lane: number, position: number): void {
    if (this.#same(position, this.block.winners[lane] as number)) this.equals[lane] = (this.equals[lane] as number) + 1;
    if (this.#isNan?.(position)) this.nans[lane] = 1;
  }
}
