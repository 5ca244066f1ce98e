const smallestPower = -342;
const largestPower = 308;
const half = 2n ** 64n;

/** Places in the tables, in bytes, as core/kernels/csv/number.ts knows them. */
const constantsAt = 24 * 8;
const fivesAt = constantsAt + 48 + 5 * 16;

/**
 * Bytes of the tables that the number kernel reads: 10^0 … 10^22 as float64, its constant vectors, then 128 bits for each power
 * of five.
 */
export const tableBytes = fivesAt + (largestPower - smallestPower + 1) * 16;

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
  putConstants(bytes.subarray(constantsAt, fivesAt));
  const words = new BigUint64Array(bytes.buffer, fivesAt);
  for (let power = smallestPower; power <= largestPower; power++) {
    const leading = leading128(power);
    const at = 2 * (power - smallestPower);
    words[at] = leading / half;
    words[at + 1] = leading % half;
  }
  tables = bytes;
  return bytes;
}

/** 16 zeros and 32 ones, then vectors of equal lanes: bytes "0" and 118, 16-bit numbers 2561, and two that join digits. */
function putConstants(bytes: Uint8Array): void {
  bytes.fill(0xff, 16, 48).fill(48, 48, 64).fill(118, 64, 80);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 80; at < 96; at += 2) view.setUint16(at, 2561, true);
  for (let at = 96; at < 112; at += 4) view.setUint32(at, 0x0001_0000 + 100, true);
  for (let at = 112; at < 128; at += 4) view.setUint32(at, 0x0001_0000 + 10_000, true);
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
