// @ts-check
import { readCsv } from "../dist/index.js";

// node core/verify/decimals.mjs [COUNT [SEED]]: random and boundary decimals, read from CSV by the kernel, have every bit that
// `Number` of the same text has. 100 million unless said. Needs a built core.

const [count = 100_000_000, seed = 20_261_122] = process.argv.slice(2).map(Number);
const batchSize = 500_000;

const words = new Uint32Array(2);
const float = new Float64Array(words.buffer);
const whole = new BigUint64Array(words.buffer);

/** 32 random bits at a time (xorshift128). */
let [x, y, z, w] = [seed, 362_436_069, 521_288_629, 88_675_123];
function next() {
  const t = x ^ (x << 11);
  [x, y, z] = [y, z, w];
  w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
  return w >>> 0;
}

/** @param {number} limit */
const below = (limit) => Math.floor((next() / 2 ** 32) * limit);

/** @param {number} length @returns {string} of digits, 9 at a time */
function digits(length) {
  let text = "";
  while (text.length < length) text += String(1_000_000_000 + below(1_000_000_000)).slice(1);
  return text.slice(0, length);
}

/** A float64 of any finite bits. */
function anyFloat() {
  do {
    words[0] = next();
    words[1] = next();
  } while (!Number.isFinite(float[0]));
  return float[0] ?? 0;
}

const sign = () => (next() & 1 ? "-" : "");

/** The kinds of decimals, each as likely as the others. @type {readonly (() => string)[]} */
const kinds = [
  // Any float64, as short as it can be written, and with 17 and more digits.
  () => String(anyFloat()),
  () => anyFloat().toExponential(16),
  () => anyFloat().toExponential(below(21)),
  // What files have: a few digits and a point.
  () => `${sign()}${below(100_000)}.${digits(1 + below(6))}`,
  () => sign() + String(below(2 ** 31)),
  // 15 to 19 digits with a point anywhere: where one multiplication is not enough.
  () => {
    const text = digits(15 + below(5));
    const at = below(text.length + 1);
    return `${sign()}${text.slice(0, at)}.${text.slice(at)}`;
  },
  // More digits than 64 bits hold.
  () => `${digits(1 + below(3))}.${digits(18 + below(12))}`,
  // 1 to 19 digits with an exponent, past both ends of the range.
  () => `${sign()}${digits(1 + below(19))}e${below(680) - 345}`,
  // Exactly half way between two float64, and one beside it in the last digit.
  () => {
    const half = (((1n << 52n) + (BigInt(next()) << 20n) + BigInt(next() & 0xfffff)) << 1n) | 1n;
    return String((half << BigInt(below(11))) + BigInt(below(3) - 1));
  },
  // Beside a power of two, subnormals among them.
  () => {
    float[0] = 2 ** (below(2098) - 1074);
    whole[0] = (whole[0] ?? 0n) + BigInt(below(3)) - (float[0] > Number.MIN_VALUE ? 1n : 0n);
    return (float[0] ?? 0).toExponential(16 + below(4));
  },
  // Zeros before and behind.
  () => `${"0".repeat(below(8))}${below(1000)}.${"0".repeat(below(12))}${digits(below(9))}`,
  // Around the ends: the largest float64, the smallest normal one, the smallest.
  () =>
    `${["1.797693134862315", "2.225073858507201", "4.940656458412465"][below(3)]}${digits(below(4))}e${["308", "-308", "-324"][below(3)]}`,
];

/** @param {number} size @returns {string[]} */
const batchOf = (size) => Array.from({ length: size }, () => (kinds[below(kinds.length)] ?? String)());

const encoder = new TextEncoder();
const start = performance.now();
let done = 0;
let different = 0;
while (done < count) {
  const texts = batchOf(Math.min(batchSize, count - done));
  // The first has a fraction, so that the column is one of float64.
  texts[0] = "0.5";
  const table = await readCsv(encoder.encode(`${texts.join("\n")}\n`), {
    delimiter: ",",
    header: "none",
    decimal: ".",
    missing: [],
  });
  const { data, shape } = table.block();
  if (shape[0] !== texts.length || shape[1] !== 1) throw new Error(`A batch was read as ${shape.join(" × ")}.`);
  const bits = new BigUint64Array(data.buffer, data.byteOffset, texts.length);
  const expected = Float64Array.from(texts, Number);
  const expectedBits = new BigUint64Array(expected.buffer);
  for (let k = 0; k < texts.length; k++) {
    if (bits[k] === expectedBits[k]) continue;
    different++;
    if (different <= 10) console.log(`${texts[k]} was read as ${data[k]}, and is ${expected[k]}`);
  }
  table.free();
  done += texts.length;
}
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(`decimals: ${done.toLocaleString("en-US")} read (seed ${seed}), ${different} differ from Number(); ${seconds} s`);
process.exitCode = different === 0 ? 0 : 1;
