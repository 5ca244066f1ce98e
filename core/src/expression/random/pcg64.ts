import { seedWords } from "./seed-sequence.ts";

const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;

/**
 * NumPy's default bit generator, PCG64 (XSL-RR 128/64), seeded as `np.random.default_rng(seed)` does.
 *
 * @see numpy/random/src/pcg64/pcg64.h
 */
export class Pcg64 {
  #state: bigint;
  readonly #increment: bigint;
  /** The upper half of a 64-bit number whose lower half was asked for: the next 32 bits. */
  #half: number | null = null;

  constructor(seed: bigint) {
    const words = seedWords(seed, 8);
    // The words are 64-bit numbers with the lower half first, and those are 128-bit numbers with the upper half first.
    const wide = (k: number) =>
      (BigInt(words[k + 1] as number) << 96n) |
      (BigInt(words[k] as number) << 64n) |
      (BigInt(words[k + 3] as number) << 32n) |
      BigInt(words[k + 2] as number);
    this.#increment = BigInt.asUintN(128, (wide(4) << 1n) | 1n);
    this.#state = BigInt.asUintN(128, this.#increment + wide(0));
    this.#step();
  }

  next64(): bigint {
    this.#step();
    const state = this.#state;
    const mixed = (state >> 64n) ^ BigInt.asUintN(64, state);
    const turn = state >> 122n;
    return BigInt.asUintN(64, (mixed >> turn) | (mixed << (64n - turn)));
  }

  next32(): number {
    if (this.#half !== null) {
      const half = this.#half;
      this.#half = null;
      return half;
    }
    const both = this.next64();
    this.#half = Number(both >> 32n);
    return Number(both & 0xffffffffn);
  }

  #step(): void {
    this.#state = BigInt.asUintN(128, this.#state * MULTIPLIER + this.#increment);
  }
}
