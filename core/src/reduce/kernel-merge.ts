import { NOT_A_TIME } from "../array/datetime.ts";
import { elementOf } from "../array/element.ts";
import { halfToNumber } from "../array/half.ts";
import type { Plan } from "./plan.ts";

type Value = number | bigint;

/**
 * Compares the winners of the parts of a lane: by value, then by index in the lane, in whatever order they come.
 *
 * Positions are in elements from the start of the data; an index of -1 is a part that has only NaN, which is passed over.
 */
export class Merge {
  readonly #result: Int32Array | Float64Array;
  readonly #positions: Float64Array;
  readonly #valueAt: (position: number) => Value;
  readonly #isNan: (value: Value) => boolean;
  readonly #sign: 1 | -1;
  readonly #skipNan: boolean;

  constructor(plan: Plan, result: Int32Array | Float64Array) {
    const { kind } = elementOf(plan.dtype);
    const { data } = plan;
    this.#result = result.fill(-1);
    this.#positions = new Float64Array(plan.lanes);
    this.#valueAt = (position) => data[position] as Value;
    if (kind === "half") this.#valueAt = (position) => halfToNumber(data[position] as number);
    const hasNat = kind === "datetime" || kind === "timedelta";
    this.#isNan = hasNat ? (value) => value === NOT_A_TIME : (value) => Number.isNaN(value);
    this.#sign = plan.operation === "argmin" ? 1 : -1;
    this.#skipNan = plan.skipNan && !hasNat;
  }

  offer(lane: number, index: number, position: number): void {
    if (index < 0) return;
    const old = this.#result[lane] as number;
    if (old >= 0 && !this.#beats(position, index, this.#positions[lane] as number, old)) return;
    this.#result[lane] = index;
    this.#positions[lane] = position;
  }

  /** After the last part. Of NaN and infinities alone the lane's first element wins, because NaN that is passed over counts as one. */
  finish(): void {
    if (!this.#skipNan) return;
    const worst = this.#sign * Number.POSITIVE_INFINITY;
    for (let lane = 0; lane < this.#result.length; lane++) {
      if ((this.#result[lane] as number) < 0) continue;
      const value = this.#valueAt(this.#positions[lane] as number);
      if (value === worst || this.#isNan(value)) this.#result[lane] = 0;
    }
  }

  #beats(position: number, index: number, oldPosition: number, oldIndex: number): boolean {
    const value = this.#valueAt(position);
    const old = this.#valueAt(oldPosition);
    const isNan = this.#isNan(value);
    const wasNan = this.#isNan(old);
    // Passed over, a part's winner is a NaN only where it stands for an infinity, which nothing loses to.
    if (isNan !== wasNan) return isNan !== this.#skipNan;
    if (isNan || value === old) return index < oldIndex;
    return this.#sign === 1 ? value < old : value > old;
  }
}
