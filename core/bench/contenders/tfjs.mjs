// @ts-check
import "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";

await tf.setBackend("wasm");
await tf.ready();

export const version = `tfjs-core ${tf.version_core}, wasm`;
/** @param {import("../cases.mjs").Case} bench */
export const refuses = ({ dtype, shape, op, fortran, calls }) => {
  if (dtype !== "float32" && dtype !== "float64") return `has no ${dtype}`;
  if (dtype === "float64" && shape.length < 2) return "float32 only";
  if (fortran || calls || op === "nanargmin") return "no such form";
  return undefined;
};

/** @type {tf.Tensor} */
let tensor;
/** @type {() => tf.Tensor} */
let call;
let narrowed = false;

/** @param {import("../cases.mjs").Case} bench @param {(target: ArrayBufferView) => void} read */
export function load({ dtype, shape, axis, op }, read) {
  const size = shape.reduce((product, length) => product * length, 1);
  narrowed = dtype === "float64";
  const numbers = narrowed ? new Float64Array(size) : new Float32Array(size);
  read(numbers);
  tensor = tf.tensor(narrowed ? Float32Array.from(numbers) : /** @type {Float32Array} */ (numbers), shape, "float32");
  const reduce = op === "argmax" ? tf.argMax : tf.argMin;
  const flat = axis === null ? tensor.reshape([size]) : tensor;
  call = () => reduce(flat, axis ?? 0);
}

export function unload() {
  tf.disposeVariables();
  tensor.dispose();
}

/** With float64 rounded to float32 first, its answers cannot be compared: it does half the reading, and says so. */
export function run() {
  const result = call();
  const indices = result.dataSync();
  result.dispose();
  return narrowed ? undefined : indices;
}
