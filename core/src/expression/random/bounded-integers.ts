import type { Pcg64 } from "./pcg64.ts";

const UINT32 = 0xffffffffn;
const UINT64 = 0xffffffffffffffffn;

/**
 * Fills with integers from `low` to `high`, both of which may come, as `Generator.integers` draws int64.
 *
 * Lemire's way: a random number times the count of values, whose upper half is the answer; a few lower halves are drawn
 * again, so that every value is equally likely.
 *
 * @see numpy/random/src/distributions/distributions.c, random_bounded_uint64_fill without masks
 */
export function fillIntegers(bits: Pcg64, low: bigint, high: bigint, target: BigInt64Array): void {
  // An empty range is no error where nothing is drawn from it.
  if (target.length === 0) return;
  const draw = drawBelow(bits, high - low);
  for (let k = 0; k < target.length; k++) target[k] = low + draw();
}

/** Draws from 0 to `most`. The narrow and the wide range use the generator differently, and so must we. */
function drawBelow(bits: Pcg64, most: bigint): () => bigint {
  if (most === 0n) return () => 0n;
  if (most === UINT32) return () => BigInt(bits.next32());
  if (most === UINT64) return () => bits.next64();
  const isNarrow = most < UINT32;
  const width = isNarrow ? 32n : 64n;
  const mask = isNarrow ? UINT32 : UINT64;
  const count = most + 1n;
  const threshold = (mask - most) % count;
  const next = isNarrow ? () => BigInt(bits.next32()) : () => bits.next64();
  return () => {
    let product = next() * count;
    while ((product & mask) < threshold) product = next() * count;
    return product >> width;
  };
}
