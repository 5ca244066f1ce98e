// @ts-check

// Loops that anyone would write, over typed arrays.

/** @param {ArrayLike<any>} a @param {number} start @param {number} n @param {number} step */
export function least(a, start, n, step) {
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
export function greatest(a, start, n, step) {
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
export function leastNumber(a, start, n, step) {
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

/**
 * The loop over the lanes of an array in C order, one after the other.
 *
 * @param {ArrayLike<any>} data @param {readonly number[]} shape @param {number | null} axis
 * @returns {() => Int32Array}
 */
export function plainReduction(data, shape, axis, lane = least) {
  if (axis === null) {
    const size = shape.reduce((product, length) => product * length, 1);
    return () => Int32Array.of(lane(data, 0, size, 1));
  }
  const length = /** @type {number} */ (shape[axis]);
  const outer = shape.slice(0, axis).reduce((product, each) => product * each, 1);
  const inner = shape.slice(axis + 1).reduce((product, each) => product * each, 1);
  return () => {
    const result = new Int32Array(outer * inner);
    for (let o = 0, k = 0; o < outer; o++) {
      for (let i = 0; i < inner; i++, k++) result[k] = lane(data, o * length * inner + i, length, inner);
    }
    return result;
  };
}
