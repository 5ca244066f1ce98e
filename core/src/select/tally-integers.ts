import type { Counter } from "./tally.ts";

/** So many integers of 32 bits, or indices below 2^32, add up exactly in a float64. */
const EXACT = 2 ** 20;

/** Integers of at most 32 bits, booleans and indices. The sum is exact. */
export function integerCounter(data: ArrayLike<number>): Counter {
  let cells = 0;
  let total = 0n;
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return {
    add(start, count, stride) {
      cells += count;
      let [least, most] = [min, max];
      for (let done = 0; done < count; done += EXACT) {
        const end = Math.min(count, done + EXACT);
        let sum = 0;
        for (let k = done, position = start + done * stride; k < end; k++, position += stride) {
          const value = data[position] as number;
          if (value < least) least = value;
          if (value > most) most = value;
          sum += value;
        }
        total += BigInt(sum);
      }
      [min, max] = [least, most];
    },
    result: () =>
      cells === 0 ? { kind: "none", cells } : { kind: "integer", cells, min: BigInt(min), max: BigInt(max), sum: total },
  };
}
