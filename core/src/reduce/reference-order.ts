import { NOT_A_TIME } from "../array/datetime.ts";
import { elementOf, type Kind } from "../array/element.ts";
import { InternalError } from "../errors.ts";
import type { Plan } from "./plan.ts";
import type { Scan } from "./reference.ts";

/** How elements of one dtype compare. Positions count elements from the start of `data`. */
export interface Order {
  /** NaN or NaT: beside every order. */
  isNan(position: number): boolean;
  /** Below 0 when the first of two elements is smaller. */
  compare(one: number, other: number): number;
}

/** A scan by an order between elements, for dtypes that are more than a number each. */
export class OrderedScan implements Scan {
  readonly #order: Order;
  readonly #sign: 1 | -1;
  readonly #skipNan: boolean;
  #best = 0;
  #index = -1;
  #sawNumber = false;

  constructor(plan: Plan, order: Order) {
    this.#order = order;
    this.#sign = plan.operation === "argmin" ? 1 : -1;
    this.#skipNan = plan.skipNan;
  }

  start(): void {
    this.#index = -1;
    this.#sawNumber = false;
  }

  run(position: number, stride: number, count: number, index: number): boolean {
    const order = this.#order;
    for (let k = 0, at = position; k < count; k++, at += stride) {
      const isNan = order.isNan(at);
      if (!isNan) this.#sawNumber = true;
      const wins = isNan && !this.#skipNan;
      if (wins || this.#index < 0 || this.#sign * order.compare(at, this.#best) < 0) {
        this.#best = at;
        this.#index = index + k;
        if (wins) return false;
      }
    }
    return true;
  }

  winner(): number {
    return this.#skipNan && !this.#sawNumber ? -1 : this.#index;
  }
}

/** The order of a dtype whose elements are not plain numbers. With `skipNan` NaN compares as the worst value, as in NumPy. */
export function orderOf(plan: Plan, kind: Kind): Order {
  switch (kind) {
    case "bigint":
    case "biguint":
      return wholeNumbers(plan.data as BigInt64Array | BigUint64Array, undefined);
    case "datetime":
    case "timedelta":
      return wholeNumbers(plan.data as BigInt64Array, NOT_A_TIME);
    case "half":
      return halves(plan.data as Uint16Array, worstOf(plan));
    case "complex":
      return complexNumbers(plan.data as Float32Array | Float64Array, worstOf(plan));
    case "str":
    case "bytes":
      return texts(plan.data as Uint32Array | Uint8Array, elementOf(plan.dtype).numbers);
    default:
      throw new InternalError(`There is no order for elements of ${plan.dtype}.`);
  }
}

function worstOf(plan: Plan): number {
  return plan.operation === "argmin" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

function wholeNumbers(data: BigInt64Array | BigUint64Array, nan: bigint | undefined): Order {
  return {
    isNan: (at) => data[at] === nan,
    compare(one, other) {
      const x = data[one] as bigint;
      const y = data[other] as bigint;
      return x < y ? -1 : x > y ? 1 : 0;
    },
  };
}

// Without its sign bit a float16 orders as the integer that its bits are; both zeros become 0.
function halves(data: Uint16Array, worst: number): Order {
  const isNan = (at: number) => ((data[at] as number) & 0x7fff) > 0x7c00;
  const key = (at: number) => {
    const bits = data[at] as number;
    if (isNan(at)) return worst > 0 ? 0x7c00 : -0x7c00;
    return bits & 0x8000 ? -(bits & 0x7fff) : bits;
  };
  return { isNan, compare: (one, other) => key(one) - key(other) };
}

// By real part, then imaginary part. NaN in either part makes the number NaN; skipped, it counts as worst + 0j.
function complexNumbers(data: Float32Array | Float64Array, worst: number): Order {
  const isNan = (at: number) => Number.isNaN(data[2 * at]) || Number.isNaN(data[2 * at + 1]);
  const re = (at: number) => (isNan(at) ? worst : (data[2 * at] as number));
  const im = (at: number) => (isNan(at) ? 0 : (data[2 * at + 1] as number));
  return { isNan, compare: (one, other) => threeWay(re(one), re(other)) || threeWay(im(one), im(other)) };
}

function threeWay(x: number, y: number): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

// Code point by code point, byte by byte. Padding is NUL, so a shorter text comes before its continuation.
function texts(data: Uint32Array | Uint8Array, length: number): Order {
  return {
    isNan: () => false,
    compare(one, other) {
      for (let k = 0; k < length; k++) {
        const difference = (data[one * length + k] as number) - (data[other * length + k] as number);
        if (difference !== 0) return difference;
      }
      return 0;
    },
  };
}
