// @ts-check
import { greatest, least, leastNumber, plainReduction } from "../plain-loops.mjs";

const arrays = { float64: Float64Array, float32: Float32Array, int32: Int32Array, int16: Int16Array, uint8: Uint8Array };

export const version = "plain loop";
/** @param {import("../cases.mjs").Case} bench */
export const refuses = ({ dtype, fortran }) => (!(dtype in arrays) ? `has no ${dtype}` : fortran ? "C order alone" : undefined);

/** @type {any} */
let data;
/** @type {() => ArrayLike<number> | number} */
let call;

/** @param {import("../cases.mjs").Case} bench @param {(target: ArrayBufferView) => void} read */
export function load({ dtype, shape, axis, op }, read) {
  const size = shape.reduce((product, length) => product * length, 1);
  data = new arrays[/** @type {keyof typeof arrays} */ (dtype)](size);
  read(data);
  const lane = op === "argmax" ? greatest : op === "nanargmin" ? leastNumber : least;
  call = plainReduction(data, shape, axis, lane);
}

export function unload() {
  data = undefined;
}

export const run = () => call();
