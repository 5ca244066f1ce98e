import type { Elements } from "../array/dtype.ts";
import type { Plan } from "./plan.ts";
import type { Scan } from "./reference.ts";

/** Typed arrays of JavaScript numbers. */
export type Numbers = Exclude<Elements, BigInt64Array | BigUint64Array>;

/** A scan of elements that are JavaScript numbers as they lie in memory. */
export class NumberScan implements Scan {
  readonly #data: Numbers;
  readonly #least: boolean;
  readonly #skipNan: boolean;
  #best = 0;
  #index = -1;
  #sawNumber = false;

  constructor(plan: Plan) {
    this.#data = plan.data as Numbers;
    this.#least = plan.operation === "argmin";
    this.#skipNan = plan.skipNan;
  }

  start(): void {
    this.#index = -1;
    this.#sawNumber = false;
  }

  run(position: number, stride: number, count: number, index: number): boolean {
    if (this.#index < 0) {
      const first = this.#data[position] as number;
      this.#index = index;
      this.#best = first;
      this.#sawNumber = !Number.isNaN(first);
      if (!this.#sawNumber) {
        if (!this.#skipNan) return false;
        // NumPy puts the worst value in NaN's place: it stays the winner where nothing is better.
        this.#best = this.#least ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      }
    }
    if (this.#skipNan)
      return this.#least
        ? this.#leastNumber(position, stride, count, index)
        : this.#greatestNumber(position, stride, count, index);
    return this.#least ? this.#leastOrNan(position, stride, count, index) : this.#greatestOrNan(position, stride, count, index);
  }

  winner(): number {
    return this.#skipNan && !this.#sawNumber ? -1 : this.#index;
  }

  // `!(x >= best)` is true for a smaller value and for NaN: one comparison does both jobs.
  #leastOrNan(position: number, stride: number, count: number, index: number): boolean {
    const data = this.#data;
    let best = this.#best;
    for (let k = 0, at = position; k < count; k++, at += stride) {
      const value = data[at] as number;
      if (!(value >= best)) {
        best = value;
        this.#index = index + k;
        if (Number.isNaN(value)) return false;
      }
    }
    this.#best = best;
    return true;
  }

  #greatestOrNan(position: number, stride: number, count: number, index: number): boolean {
    const data = this.#data;
    let best = this.#best;
    for (let k = 0, at = position; k < count; k++, at += stride) {
      const value = data[at] as number;
      if (!(value <= best)) {
        best = value;
        this.#index = index + k;
        if (Number.isNaN(value)) return false;
      }
    }
    this.#best = best;
    return true;
  }

  #leastNumber(position: number, stride: number, count: number, index: number): boolean {
    const data = this.#data;
    let best = this.#best;
    for (let k = 0, at = position; k < count; k++, at += stride) {
      const value = data[at] as number;
      if (value <= best) {
        this.#sawNumber = true;
        if (value < best) {
          best = value;
          this.#index = index + k;
        }
      }
    }
    this.#best = best;
    return true;
  }

  #greatestNumber(position: number, stride: number, count: number, index: number): boolean {
    const data = this.#data;
    let best = this.#best;
    for (let k = 0, at = position; k < count; k++, at += stride) {
      const value = data[at] as number;
      if (value >= best) {
        this.#sawNumber = true;
        if (value > best) {
          best = value;
          this.#index = index + k;
        }
      }
    }
    this.#best = best;
    return true;
  }
}
