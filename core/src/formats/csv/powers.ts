const smallestPower = -342;
const largestPower = 308;

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
  let five = 1n;
  for (let power = 0; power <= largestPower; power++, five *= 5n) putPower(words, power, five, bitsOfFive(power));
  putInverses(words);
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

/** Bits of 5^power: log2(10) is 217706 / 2^16 closely enough for every power of the table. */
function bitsOfFive(power: number): number {
  return ((217_706 * power) >> 16) - power + 1;
}

/** Inverses up to this one are rounded up in the last of their 128 bits, the others are cut off. */
const lastRounded = 27;

/** Fractions of 2^scale, each a fifth of the one before: what a division leaves out is below what is cut from the last of them. */
function putInverses(words: BigUint64Array): void {
  const scale = bitsOfFive(-smallestPower) + 256;
  let fraction = 1n << BigInt(scale);
  for (let power = 1; power <= -smallestPower; power++) {
    fraction /= 5n;
    // Only a power of two would have a bit more: no power of five is one.
    const bits = scale - bitsOfFive(power) + 1;
    putPower(words, -power, power > lastRounded ? fraction : fraction + (1n << BigInt(bits - 128)), bits);
  }
}

/** Puts the leading 128 bits of a value, which has so many. */
function putPower(words: BigUint64Array, power: number, value: bigint, bits: number): void {
  const leading = bits > 128 ? value >> BigInt(bits - 128) : value << BigInt(128 - bits);
  const at = 2 * (power - smallestPower);
  words[at] = leading >> 64n;
  // A word of the array takes the lower 64 bits.
  words[at + 1] = leading;
}
