import type { Counter } from "./tally.ts";

/**
 * Integers of 64 bits, read as two words each: making a bigint of every element would take ten times as long. Little-endian,
 * as WebAssembly's memory is. So many low words add up exactly in a float64.
 */
const EXACT = 2 ** 20;
const WORD = 2 ** 32;
const bigOf = (high: number, low: number): bigint => BigInt(high) * BigInt(WORD) + BigInt(low);

interface Words {
  readonly low: Uint32Array;
  readonly high: Int32Array | Uint32Array;
}

function wordsOf(data: BigInt64Array | BigUint64Array): Words {
  const { buffer, byteOffset, length } = data;
  const low = new Uint32Array(buffer, byteOffset, 2 * length);
  return { low, high: data instanceof BigUint64Array ? low : new Int32Array(buffer, byteOffset, 2 * length) };
}

/** int64 and uint64. Everything is exact. */
export function longCounter(data: BigInt64Array | BigUint64Array): Counter {
  const words = wordsOf(data);
  let cells = 0;
  let total = 0n;
  const extremes = new Extremes();
  return {
    add(start, count, stride) {
      cells += count;
      for (let done = 0; done < count; done += EXACT) {
        total += addWords(words, start + done * stride, Math.min(EXACT, count - done), stride, extremes);
      }
    },
    result() {
      const { min, max } = extremes;
      return min === null || max === null ? { kind: "none", cells } : { kind: "integer", cells, min, max, sum: total };
    },
  };
}

/** The smallest int64 is NaT. */
const NAT_HIGH = -(2 ** 31);

/** datetime64 and timedelta64: the earliest and the latest, and how many are NaT. */
export function timeCounter(data: BigInt64Array): Counter {
  const { low, high } = wordsOf(data);
  let [cells, missing] = [0, 0];
  const extremes = new Extremes();
  return {
    add(start, count, stride) {
      cells += count;
      for (let k = 0, word = 2 * start; k < count; k++, word += 2 * stride) {
        const [upper, lower] = [high[word + 1] as number, low[word] as number];
        if (upper === NAT_HIGH && lower === 0) missing++;
        else extremes.see(upper, lower);
      }
    },
    result: () => ({ kind: "time", cells, missing, min: extremes.min, max: extremes.max }),
  };
}

/** The smallest and the largest seen, word by word: the high words decide, then the low ones. */
class Extremes {
  #isEmpty = true;
  #minHigh = 0;
  #minLow = 0;
  #maxHigh = 0;
  #maxLow = 0;

  see(high: number, low: number): void {
    if (this.#isEmpty || high < this.#minHigh || (high === this.#minHigh && low < this.#minLow)) {
      this.#minHigh = high;
      this.#minLow = low;
    }
    if (this.#isEmpty || high > this.#maxHigh || (high === this.#maxHigh && low > this.#maxLow)) {
      this.#maxHigh = high;
      this.#maxLow = low;
    }
    this.#isEmpty = false;
  }

  get min(): bigint | null {
    return this.#isEmpty ? null : bigOf(this.#minHigh, this.#minLow);
  }

  get max(): bigint | null {
    return this.#isEmpty ? null : bigOf(this.#maxHigh, this.#maxLow);
  }
}

function addWords({ low, high }: Words, start: number, count: number, stride: number, extremes: Extremes): bigint {
  let [lowSum, highSum] = [0, 0];
  for (let k = 0, word = 2 * start; k < count; k++, word += 2 * stride) {
    const [upper, lower] = [high[word + 1] as number, low[word] as number];
    extremes.see(upper, lower);
    lowSum += lower;
    highSum += upper;
  }
  return bigOf(highSum, lowSum);
}
