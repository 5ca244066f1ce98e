import type { Watch } from "../reduce/watch.ts";

/** Bits of a digit, and how many digits a 64-bit key has. */
const BITS = 11;
const BUCKETS = 1 << BITS;
const DIGITS = [0, 11, 22] as const;

/**
 * Keys of 64 bits as two unsigned words each, low word first: in their order as integers.
 *
 * Radix sort: stable, and as fast for a million keys that are all different as for a million equal ones.
 */
export type Keys = Uint32Array;

/** Makes keys of numbers: -0 beside 0, NaN behind everything in both directions. */
export function numberKeys(values: ArrayLike<number>, descending: boolean): Keys {
  const keys = new Uint32Array(2 * values.length);
  const one = new Float64Array(1);
  const words = new Uint32Array(one.buffer);
  for (let k = 0; k < values.length; k++) {
    const value = values[k] as number;
    one[0] = value + 0;
    put(keys, k, words[0] as number, words[1] as number, (words[1] as number) >>> 31 === 1, value !== value, descending);
  }
  return keys;
}

/**
 * Makes keys of 64-bit integers, at these positions of `values`.
 *
 * @param isTime  the smallest of them is NaT, and last in both directions.
 */
export function integerKeys(
  values: BigInt64Array | BigUint64Array,
  positions: ArrayLike<number>,
  isTime: boolean,
  descending: boolean,
): Keys {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  // Two's complement with its sign bit turned orders as an unsigned integer does.
  const sign = values instanceof BigInt64Array ? 0x80000000 : 0;
  const keys = new Uint32Array(2 * positions.length);
  for (let k = 0; k < positions.length; k++) {
    const at = positions[k] as number;
    const low = words[2 * at] as number;
    const high = ((words[2 * at + 1] as number) ^ sign) >>> 0;
    if (descending) {
      keys[2 * k] = ~low;
      keys[2 * k + 1] = ~high;
    } else {
      // One less, and NaT, which is 0 by now, goes round to the largest of all.
      keys[2 * k] = isTime ? low - 1 : low;
      keys[2 * k + 1] = isTime && low === 0 ? high - 1 : high;
    }
  }
  return keys;
}

const LAST = 0xffffffff;

/** IEEE bits order as integers once a negative number has all of its bits turned, another its sign alone. */
function put(keys: Keys, k: number, low: number, high: number, negative: boolean, isNan: boolean, descending: boolean): void {
  const turn = negative !== descending;
  keys[2 * k] = isNan ? LAST : turn ? ~low : low;
  const ordered = negative ? ~high : high ^ 0x80000000;
  keys[2 * k + 1] = isNan ? LAST : descending ? ~ordered : ordered;
}

/**
 * Sorts `items` by their keys, in place; equal keys stay as they are.
 *
 * @param keys  by item, not by place.
 * @param watch  counts each item at each of the six digits.
 */
export function sortByKeys(items: Int32Array, keys: Keys, watch?: Watch): void {
  let from: Int32Array = items;
  let to: Int32Array = new Int32Array(items.length);
  for (const word of [0, 1]) {
    for (const shift of DIGITS) {
      watch?.count(items.length);
      if (!moveByDigit(from, to, keys, word, shift)) continue;
      [from, to] = [to, from];
    }
  }
  if (from !== items) items.set(from);
}

/** One pass by one digit. @returns false where all have the same digit, and nothing was moved. */
function moveByDigit(from: Int32Array, to: Int32Array, keys: Keys, word: number, shift: number): boolean {
  const counts = new Int32Array(BUCKETS);
  for (let k = 0; k < from.length; k++) {
    const digit = ((keys[2 * (from[k] as number) + word] as number) >>> shift) & (BUCKETS - 1);
    counts[digit] = (counts[digit] as number) + 1;
  }
  if (counts.includes(from.length)) return false;
  let start = 0;
  for (let digit = 0; digit < BUCKETS; digit++) {
    const count = counts[digit] as number;
    counts[digit] = start;
    start += count;
  }
  for (let k = 0; k < from.length; k++) {
    const item = from[k] as number;
    const digit = ((keys[2 * item + word] as number) >>> shift) & (BUCKETS - 1);
    const place = counts[digit] as number;
    counts[digit] = place + 1;
    to[place] = item;
  }
  return true;
}
