import type { NdArray } from "../array/ndarray.ts";
import { Odometer } from "../array/odometer.ts";

/** How many elements of a float array are NaN. A dimension that only repeats is looked at once, and counted as often as it repeats. */
export function nanCount(a: NdArray): number {
  const { data, offset } = a;
  if (!(data instanceof Float64Array || data instanceof Float32Array) || a.size === 0) return 0;
  const walk = new Odometer(walked(a));
  let count = 0;
  do {
    let position = offset + walk.position;
    for (let k = 0; k < walk.runLength; k++, position += walk.runStride) {
      const x = data[position] as number;
      // Only NaN differs from itself.
      if (x !== x) count++;
    }
  } while (walk.advance());
  return count * repeats(a);
}

/** The dimensions that do not repeat; neighbours that one stride steps through are one. */
function walked({ shape, strides }: NdArray): { shape: number[]; strides: number[] } {
  const walk: { shape: number[]; strides: number[] } = { shape: [], strides: [] };
  for (const [k, length] of shape.entries()) {
    const stride = strides[k] as number;
    if (stride === 0 || length === 1) continue;
    const last = walk.shape.length - 1;
    if (walk.strides[last] === length * stride) {
      walk.shape[last] = (walk.shape[last] as number) * length;
      walk.strides[last] = stride;
    } else {
      walk.shape.push(length);
      walk.strides.push(stride);
    }
  }
  return walk;
}

function repeats({ shape, strides }: NdArray): number {
  return shape.reduce((product, length, k) => (strides[k] === 0 ? product * length : product), 1);
}
