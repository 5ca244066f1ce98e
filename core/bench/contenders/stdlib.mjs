// @ts-check
import idamax from "@stdlib/blas-base-idamax";

// @stdlib has no argmin; its idamax (index of the largest absolute value) is the nearest search that it has.

export const version = "@stdlib idamax 0.1.1";
/** @param {import("../cases.mjs").Case} bench */
export const refuses = ({ dtype, shape, op }) =>
  dtype === "float64" && shape.length === 1 && op === "argmax" ? undefined : "only the index of the largest absolute value";

/** @type {Float64Array} */
let data;

/** @param {import("../cases.mjs").Case} bench @param {(target: ArrayBufferView) => void} read */
export function load({ shape }, read) {
  data = new Float64Array(shape[0] ?? 0);
  read(data);
}

export function unload() {
  data = new Float64Array(0);
}

export const run = () => idamax(data.length, data, 1);
