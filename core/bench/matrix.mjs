// @ts-check
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import * as core from "../dist/index.js";
import { plainReduction } from "./plain-loops.mjs";
import { median } from "./statistics.mjs";

// npm run bench -- matrix [--only TEXT]: every shape of the main table with every plain dtype, along every axis, in C and in
// Fortran order: is it ever slower than a plain loop, and how much slower is a Fortran view than its twin in C order?
//
// Both run over the same numbers and their answers are compared first; then in turn, the median of five rounds, or of 41 where
// there are few elements.

const rounds = 5;
/** Of a few elements: a difference of nanoseconds is lost in fewer. */
const smallRounds = 41;
const million = 1_000_000;
/** @type {[string, number[]][]} */
const shapes = [
  ["100 M", [100 * million]],
  ["10,000 × 10,000", [10_000, 10_000]],
  ["1,000,000 × 20", [million, 20]],
  ["20 × 1,000,000", [20, million]],
  ["80 × 960 × 1280", [80, 960, 1280]],
  ["10", [10]],
  ["100", [100]],
];
const plainArrays = {
  float64: Float64Array,
  float32: Float32Array,
  int64: BigInt64Array,
  int32: Int32Array,
  int16: Int16Array,
  uint8: Uint8Array,
};
/** Calls in one timing of an array this small. */
const SMALL_CALLS = 20_000;

const [only = ""] = process.argv.slice(2);
const workers = Array.from(
  { length: Math.min(8, availableParallelism()) - 1 },
  () => new Worker(new URL("./thread.mjs", import.meta.url)),
);
await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once("online", resolve))));
for (const worker of workers) worker.unref();
if (workers.length > 0) core.setPool(() => /** @type {Worker} */ (workers.pop()), workers.length);

/** @typedef {keyof typeof plainArrays} Dtype */
/** @typedef {{ name: string, dtype: Dtype, plain: number, c: number, fortran: number }} Row  in ms */

/** Random numbers, the smallest of which is not the dtype's own. @param {any} data @param {Dtype} dtype */
function fill(data, dtype) {
  let x = 88_172_645;
  const isBig = dtype === "int64";
  for (let k = 0; k < data.length; k++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    if (isBig) data[k] = BigInt(x);
    else if (dtype === "uint8") data[k] = 2 + ((x >>> 3) % 250);
    else data[k] = dtype === "int16" ? (x >> 16) | 3 : dtype === "int32" ? x | 3 : x / 2 ** 31;
  }
}

/** @param {() => unknown} call @param {number} calls */
function timed(call, calls) {
  const start = performance.now();
  for (let k = 0; k < calls; k++) call();
  return (performance.now() - start) / calls;
}

/** @param {core.NdArray} array @param {number | null} axis */
function reduced(array, axis) {
  const result = core.argmin(array, axis);
  const { data } = result;
  core.free(result);
  return /** @type {Int32Array} */ (data);
}

/** @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
const isEqual = (a, b) => a.length === b.length && Array.prototype.every.call(a, (x, k) => x === b[k]);

/** @type {Row[]} */
const rows = [];
console.log("dtype    shape, axis                     plain loop   C order            Fortran order");
for (const dtype of /** @type {Dtype[]} */ (Object.keys(plainArrays))) {
  const block = core.empty([100 * million], dtype);
  fill(block.data, dtype);
  // A loop is as fast as it can be over memory that is not shared.
  const loopData = /** @type {any} */ (new plainArrays[dtype](/** @type {any} */ (block.data)));
  for (const [title, shape] of shapes) {
    const size = shape.reduce((product, length) => product * length, 1);
    const part = core.slice(block, `:${size}`);
    const inC = core.reshape(part, shape);
    const inFortran = core.transpose(core.reshape(part, shape.toReversed()));
    const axes = shape.length === 1 ? [null] : [null, ...shape.keys()];
    for (const axis of axes) {
      const name = `${title}${shape.length === 1 ? "" : `, ${axis ?? "None"}`}`;
      if (!`${dtype} ${name}`.includes(only)) continue;
      const isSmall = size < 1000;
      const calls = isSmall ? SMALL_CALLS : 1;
      const loop = plainReduction(loopData, shape, axis);
      if (!isEqual(reduced(inC, axis), loop())) throw new Error(`${dtype} ${name}: another answer than the plain loop's`);
      /** @type {Record<"plain" | "c" | "fortran", number[]>} */
      const times = { plain: [], c: [], fortran: [] };
      for (let round = 0; round < (isSmall ? smallRounds : rounds); round++) {
        if (isSmall || round < 3) times.plain.push(timed(loop, calls));
        times.c.push(timed(() => reduced(inC, axis), calls));
        times.fortran.push(timed(() => reduced(inFortran, axis), calls));
      }
      const row = { name, dtype, plain: median(times.plain), c: median(times.c), fortran: median(times.fortran) };
      rows.push(row);
      print(row);
    }
  }
  core.free(block);
}

/** @param {Row} row */
function print({ dtype, name, plain, c, fortran }) {
  const twin = `${ms(fortran)}  ${(fortran / c).toFixed(2)} × its twin`;
  console.log(
    `${dtype.padEnd(8)} ${name.padEnd(30)} ${ms(plain)}   ${ms(c)} ${(plain / c).toFixed(1).padStart(6)} ×   ${twin}`,
  );
}

/** @param {number} time */
function ms(time) {
  return (time < 0.1 ? `${(time * 1e6).toFixed(0)} ns` : `${time.toFixed(2)} ms`).padStart(10);
}

/** @param {(row: Row) => number} of */
const worst = (of) => rows.reduce((a, b) => (of(b) > of(a) ? b : a));
const slowest = worst(({ plain, c }) => c / plain);
const farthest = worst(({ c, fortran }) => fortran / c);
console.log(`\nLeast gain over the plain loop: ${(slowest.plain / slowest.c).toFixed(2)} × (${slowest.dtype} ${slowest.name})`);
console.log(
  `Largest cost of Fortran order: ${(farthest.fortran / farthest.c).toFixed(2)} × (${farthest.dtype} ${farthest.name})`,
);
process.exit();
