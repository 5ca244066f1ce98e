const smallestPower = -342;
const largestPower = 308;
const half = 2n ** 64n;

/** Bytes of the tables that the number kernel reads: 10^0 … 10^22 as float64, then 128 bits for each power of five. */
export const tableBytes = 23 * 8 + (largestPower - smallestPower + 1) * 16;

let tables: Uint8Array | null = null;

/**
 * The tables for numbers, made once. A power of five is its leading 128 bits: cut off for whole powers, rounded up for the
 * inverse ones.
 *
 * @see Daniel Lemire, "Number parsing at a gigabyte per second", 2021, section 5 and appendix B
 */
export function numberTables(): Uint8Array {
  if (tables !== null) return tables;
  const bytes = new Uint8Array(tableBytes);
  new Float64Array(bytes.buffer, 0, 23).set(Array.from({ length: 23 }, (_, k) => Number(`1e${k}`)));
  const words = new BigUint64Array(bytes.buffer, 23 * 8);
  for (let power = smallestPower; power <= largestPower; power++) {
    const leading = leading128(power);
    const at = 2 * (power - smallestPower);
    words[at] = leading / half;
    words[at + 1] = leading % half;
  }
  tables = bytes;
  return bytes;
}

function leading128(power: number): bigint {
  if (power >= 0) return toLength128(5n ** BigInt(power));
  const five = 5n ** BigInt(-power);
  const bits = five.toString(2).length;
  // Small inverses are needed to the last of 128 bits, the others are cut from twice as many.
  return toLength128(2n ** BigInt(power >= -27 ? bits + 127 : 2 * bits + 128) / five + 1n);
}

function toLength128(value: bigint): bigint {
  const excess = BigInt(value.toString(2).length - 128);
  return excess >= 0n ? value >> excess : value << -excess;
}
