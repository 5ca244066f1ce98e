// @ts-check
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const polars = require("nodejs-polars");

export const version = `nodejs-polars ${require("nodejs-polars/package.json").version}`;
const arrays = { float64: Float64Array, float32: Float32Array, int32: Int32Array, int16: Int16Array, uint8: Uint8Array };
/** @param {import("../cases.mjs").Case} bench */
export const refuses = ({ dtype, shape, op, calls }) => {
  if (shape.length > 1) return "one column at a time";
  if (op !== "argmin" || calls) return "no such form";
  return dtype in arrays ? undefined : `no ${dtype} from a typed array`;
};

/** @type {any} */
let series;

/** @param {import("../cases.mjs").Case} bench @param {(target: ArrayBufferView) => void} read */
export function load({ dtype, shape }, read) {
  const data = new arrays[/** @type {keyof typeof arrays} */ (dtype)](shape[0] ?? 0);
  read(data);
  series = polars.Series("a", data);
}

export function unload() {
  series = undefined;
}

export const run = () => series.argMin();
