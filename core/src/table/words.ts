import type { Elements } from "../array/dtype.ts";
import { memoryOf } from "../memory/engine-memory.ts";
import { tableKernels } from "../memory/kernel-instance.ts";
import { type ExactIntegers, ExactIntegersBuilder } from "./exact-integers.ts";

const wordRange = 2 ** 32;

/**
 * A column of a matrix whose rows are `width` elements of 8 bytes: from `start` on, one element a row. Read and written as pairs
 * of 32-bit words, for a bigint an element would cost its allocation.
 */
export interface Lane {
  readonly data: Elements;
  readonly start: number;
  readonly width: number;
  readonly rows: number;
}

/** Turns whole float64 numbers into int64 or uint64 of the same bytes' place; from and to may be the same lane. */
export function wholeToIntegers(from: Lane, to: Lane): void {
  const floats = from.data as Float64Array;
  const words = new Int32Array(to.data.buffer, to.data.byteOffset, 2 * to.data.length);
  for (let row = 0, at = from.start, out = 2 * to.start; row < from.rows; row++, at += from.width, out += 2 * to.width) {
    const value = floats[at] as number;
    const high = Math.floor(value / wordRange);
    words[out] = value - high * wordRange;
    words[out + 1] = high;
  }
}

/** Turns whole float64 numbers in engine memory into int64 or uint64, all of them, in place. */
export function allToIntegers(data: Float64Array, dtype: "int64" | "uint64"): void {
  const memory = memoryOf(data);
  if (memory === undefined) {
    const all = { data, start: 0, width: 1, rows: data.length };
    wholeToIntegers(all, all);
    return;
  }
  const { wholeToSigned, wholeToUnsigned } = tableKernels.over(memory);
  (dtype === "int64" ? wholeToSigned : wholeToUnsigned)(data.byteOffset, data.byteOffset + data.byteLength);
}

/** Writes a whole number as 64 bits. @param at in elements */
export function setWhole(words: Int32Array, at: number, value: number): void {
  const high = Math.floor(value / wordRange);
  words[2 * at] = value - high * wordRange;
  words[2 * at + 1] = high;
}

/** Turns int64 or uint64 into the nearest float64, in place. @returns those that are not what they were */
export function integersToFloats(lane: Lane, dtype: "int64" | "uint64"): ExactIntegers | null {
  const { buffer, byteOffset, length } = lane.data;
  const floats = new Float64Array(buffer, byteOffset, length);
  const bits =
    dtype === "int64" ? new BigInt64Array(buffer, byteOffset, length) : new BigUint64Array(buffer, byteOffset, length);
  const low = new Uint32Array(buffer, byteOffset, 2 * length);
  const high = dtype === "int64" ? new Int32Array(buffer, byteOffset, 2 * length) : low;
  const exact = new ExactIntegersBuilder();
  for (let row = 0, at = lane.start; row < lane.rows; row++, at += lane.width) {
    const value = (high[2 * at + 1] as number) * wordRange + (low[2 * at] as number);
    if (!Number.isSafeInteger(value)) {
      const whole = bits[at] as bigint;
      if (BigInt(value) !== whole) exact.add(row, whole);
    }
    floats[at] = value;
  }
  return exact.finish(dtype);
}

/** Writes the integers that float64 did not hold over what stands for them. */
export function restoreExact({ rows, values }: ExactIntegers, { data, start, width }: Lane): void {
  const bits = new BigInt64Array(data.buffer, data.byteOffset, data.length);
  for (let k = 0; k < rows.length; k++) bits[start + (rows[k] as number) * width] = values[k] as bigint;
}
