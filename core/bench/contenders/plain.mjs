// @ts-check

// Loops that anyone would write, over typed arrays.

const arrays = { float64: Float64Array, float32: Float32Array, int32: Int32Array, int16: Int16Array, uint8: Uint8Array };

export const version = "plain loop";
/** @param {import("../cases.mjs").Case} bench */
export const refuses = ({ dtype, shape, fortran }) =>
  !(dtype in arrays) ? `has no ${dtype}` : shape.length > 2 || fortran ? "one or two dimensions, C order" : undefined;

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
  const [rows, columns] = /** @type {[number, number]} */ (shape);
  if (axis === null || shape.length === 1) call = () => lane(data, 0, size, 1);
  else if (axis === 1) call = () => Int32Array.from({ length: rows }, (_, r) => lane(data, r * columns, columns, 1));
  else call = () => Int32Array.from({ length: columns }, (_, c) => lane(data, c, rows, columns));
}

export function unload() {
  data = undefined;
}

export const run = () => call();

/** @param {ArrayLike<number>} a @param {number} start @param {number} n @param {number} step */
function least(a, start, n, step) {
  let best = a[start];
  let index = 0;
  for (let k = 1, at = start + step; k < n && best === best; k++, at += step) {
    if (!(a[at] >= best)) {
      best = a[at];
      index = k;
    }
  }
  return index;
}

/** @type {typeof least} */
function greatest(a, start, n, step) {
  let best = a[start];
  let index = 0;
  for (let k = 1, at = start + step; k < n && best === best; k++, at += step) {
    if (!(a[at] <= best)) {
      best = a[at];
      index = k;
    }
  }
  return index;
}

/** @type {typeof least} */
function leastNumber(a, start, n, step) {
  let best = Number.POSITIVE_INFINITY;
  let index = 0;
  for (let k = 0, at = start; k < n; k++, at += step) {
    if (a[at] < best) {
      best = a[at];
      index = k;
    }
  }
  return index;
}
