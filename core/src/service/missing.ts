import type { NdArray } from "../array/ndarray.ts";

/** How many elements are NaN. A whole block of floats only: what reading made. */
export function nanCount(a: NdArray): number {
  const { data } = a;
  if (!(data instanceof Float64Array || data instanceof Float32Array)) return 0;
  let count = 0;
  for (let k = 0; k < data.length; k++) {
    const x = data[k] as number;
    // Only NaN differs from itself.
    if (x !== x) count++;
  }
  return count;
}
