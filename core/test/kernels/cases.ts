import type { Dtype, Elements } from "../../src/array/dtype.ts";
import { elementOf, viewOf } from "../../src/array/element.ts";
import { numberToHalf } from "../../src/array/half.ts";
import { allocate, blockOf, release } from "../../src/memory/engine-memory.ts";
import type { Plan } from "../../src/reduce/plan.ts";
import { makePlan } from "../../src/reduce/plan.ts";
import { reduceByReference } from "../../src/reduce/reference.ts";
import { reduceByKernels } from "../../src/reduce/reordered.ts";

export const DTYPES: readonly Dtype[] = [
  ...(["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"] as const),
  ...(["float16", "float32", "float64", "datetime64[s]", "timedelta64[D]"] as const),
];

/** A small, fast generator with a seed, so that a failure can be had again. */
export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0 || 1;
  }
  /** An integer in 0 … below - 1. */
  next(below: number): number {
    // xorshift32, Marsaglia 2003
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return this.#state % below;
  }
  pick<T>(of: readonly T[]): T {
    return of[this.next(of.length)] as T;
  }
}

/** What the elements are like. `wild` has everything that an order can get wrong. */
export type Mix = "wild" | "ties" | "plain" | "nan" | "descending" | "constant";
export const MIXES: readonly Mix[] = ["wild", "ties", "plain", "nan", "descending", "constant"];

const SPECIAL = [Number.NaN, -0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1, -1, 5e-324, 1e308, -1e308];

/** Elements that are made one by one; a larger array repeats them, which keeps large tests fast. */
const PERIOD = 49_999;

/** Fills any dtype's elements. Integers use their whole range, ends included; NaT among the times. */
export function fill(dtype: Dtype, data: Elements, mix: Mix, random: Random): void {
  fillOnce(dtype, data.subarray(0, PERIOD), mix, random);
  for (let at = PERIOD; at < data.length; at *= 2) data.copyWithin(at, 0, Math.min(at, data.length - at));
}

function fillOnce(dtype: Dtype, data: Elements, mix: Mix, random: Random): void {
  const { kind } = elementOf(dtype);
  const floating = kind === "float" || kind === "half";
  for (let i = 0; i < data.length; i++) {
    let value: number;
    if (mix === "wild") value = random.next(4) === 0 ? random.pick(SPECIAL) : random.next(41) - 20;
    else if (mix === "ties") value = random.next(3) - 1;
    else if (mix === "nan") value = random.next(10) === 0 ? random.next(100) : Number.NaN;
    else if (mix === "descending") value = data.length - i;
    else if (mix === "constant") value = 7;
    else value = (random.next(2 ** 31) - 2 ** 30) / 3;
    if (kind === "half") (data as Uint16Array)[i] = numberToHalf(value);
    else if (floating) (data as Float64Array)[i] = value;
    else if (kind === "bool")
      (data as Uint8Array)[i] = mix === "constant" ? 1 : random.next(mix === "plain" ? 2 : 20) === 0 ? 0 : 1;
    else data[i] = whole(data, value) as never;
  }
}

function whole(data: Elements, value: number): number | bigint {
  const bits = data.BYTES_PER_ELEMENT * 8;
  const signed =
    data instanceof Int8Array || data instanceof Int16Array || data instanceof Int32Array || data instanceof BigInt64Array;
  const least = signed ? -(2n ** BigInt(bits - 1)) : 0n;
  const greatest = least + 2n ** BigInt(bits) - 1n;
  let exact =
    Number.isNaN(value) || value === Number.NEGATIVE_INFINITY
      ? least
      : value === Number.POSITIVE_INFINITY
        ? greatest
        : BigInt(Math.trunc(value % 2 ** 31));
  if (exact < least) exact = signed ? least : -exact;
  if (exact > greatest) exact = greatest;
  return bits === 64 ? exact : Number(exact);
}

/** An array's worth of elements in engine memory, `offset` elements behind the start of its block. */
export function inEngine(dtype: Dtype, size: number): Elements {
  const element = elementOf(dtype);
  const bytes = size * element.Array.BYTES_PER_ELEMENT * element.numbers;
  const block = allocate(bytes);
  return viewOf(element, block.memory.buffer, block.byteOffset, size);
}

export function giveBack(data: Elements): void {
  const block = blockOf(data);
  if (block) release(block);
}

export interface Walked {
  readonly dtype: Dtype;
  readonly data: Elements;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** The kernel's and the reference's answers; undefined where no kernel takes the plan. */
export function both(plan: Plan): { kernel: number[]; reference: number[] } | undefined {
  const kernel = new Int32Array(plan.lanes).fill(-7);
  const reference = new Int32Array(plan.lanes).fill(-8);
  if (!reduceByKernels(plan, kernel)) return undefined;
  reduceByReference(plan, reference);
  return { kernel: [...kernel], reference: [...reference] };
}

const OPERATIONS = ["argmin", "argmax"] as const;

/** Every plan that an array has along one axis: both operations, NaN counting and, for floats, passed over. */
export function plansOf(array: Walked, axis: number | null): Plan[] {
  const { kind } = elementOf(array.dtype);
  const skips = kind === "float" || kind === "half" ? [false, true] : [false];
  return OPERATIONS.flatMap((operation) => skips.map((skipNan) => makePlan(operation, skipNan, array, axis)));
}

/** What went wrong, in words that let it be had again. */
export function describe(plan: Plan): string {
  const { operation, skipNan, dtype, offset, outer, lane } = plan;
  return JSON.stringify({ operation, skipNan, dtype, offset, outer, lane });
}
