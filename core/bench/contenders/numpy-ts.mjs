// @ts-check
import * as np from "numpy-ts";

export const version = "numpy-ts 1.7.0";
/** @param {import("../cases.mjs").Case} bench */
export const refuses = ({ dtype, fortran }) =>
  dtype === "float16" ? "float16 needs Float16Array" : fortran ? "C order only in this comparison" : undefined;

/** @type {any} */
let array;
/** @type {() => any} */
let call;

/** @param {import("../cases.mjs").Case} bench @param {(target: ArrayBufferView) => void} read */
export function load({ dtype, shape, axis, op }, read) {
  array = np.zeros(shape, /** @type {any} */ (dtype));
  read(array.data);
  const reduce = /** @type {any} */ (np)[op];
  call = axis === null ? () => reduce(array) : () => reduce(array, axis);
}

export function unload() {
  array = undefined;
}

export function run() {
  const result = call();
  return typeof result === "object" ? result.data : Number(result);
}
