import { free } from "../../array/empty.ts";
import type { NdArray } from "../../array/ndarray.ts";
import { Growing } from "../../table/growing.ts";

/** Rows that the first piece of memory holds. */
const fewRows = 512;
/** The sign bit of the upper half of 64 bits. */
const topBit = 2 ** 31;
/** What float64 drops of a size from 2^63 to 2^64. */
const lostBits = 2 ** 11 - 1;

/** A column's whole numbers that are not below 2^53, exactly, in the order of their rows: what its float64 may have rounded. */
export class LargeIntegers {
  /** Numbers that 64 bits hold, signed or not: those that are kept. */
  count = 0;
  /** Of those, the numbers from 2^63 on, which need 64 bits without a sign. */
  aboveSigned = 0;
  negative = 0;
  /** Numbers that no 64 bits hold; they are not kept. */
  beyond = 0;
  /** Of those, the numbers that float64 does not hold either. */
  beyondRounded = 0;
  // Row and bits side by side: 16 bytes a number.
  readonly #pairs = new Growing<Float64Array>("float64", 2, fewRows);
  #slab: Float64Array | null = null;
  #words: Uint32Array = new Uint32Array(0);
  #whole: NdArray | null = null;

  /**
   * @param low @param high the number's size without its sign
   * @returns whether float64 may not hold it
   */
  add(row: number, negative: boolean, low: number, high: number): boolean {
    if (negative && (high > topBit || (high === topBit && low > 0))) return this.addBeyond((low & lostBits) === 0);
    const pairs = this.#pairs;
    pairs.reserve(2);
    if (this.#slab !== pairs.slab) {
      this.#slab = pairs.slab;
      this.#words = new Uint32Array(pairs.slab.buffer, pairs.slab.byteOffset, 2 * pairs.slab.length);
    }
    pairs.slab[pairs.used] = row;
    const at = 2 * pairs.used + 2;
    this.#words[at] = negative ? -low : low;
    this.#words[at + 1] = negative ? ~high + (low === 0 ? 1 : 0) : high;
    pairs.used += 2;
    this.count++;
    if (negative) this.negative++;
    else if (high >= topBit) this.aboveSigned++;
    return true;
  }

  /**
   * A number that no 64 bits hold.
   *
   * @returns whether float64 does not hold it either
   */
  addBeyond(isHeld: boolean): boolean {
    this.beyond++;
    if (!isHeld) this.beyondRounded++;
    return !isHeld;
  }

  /**
   * The rows and the numbers, when all have been added: elements 2 k and 2 k + 1 are the row of the k-th, as float64, and its 64
   * bits, two's complement where it is negative. They stay until `release`.
   */
  pairs(): { readonly rows: Float64Array; readonly bits: BigInt64Array } {
    this.#whole ??= this.#pairs.finish([this.count, 2]);
    const rows = this.#whole.data as Float64Array;
    return { rows, bits: new BigInt64Array(rows.buffer, rows.byteOffset, rows.length) };
  }

  release(): void {
    this.#pairs.release();
    if (this.#whole !== null) free(this.#whole);
    this.#whole = null;
  }
}
