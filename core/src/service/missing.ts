import { likenessOf } from "../array/likeness.ts";
import type { NdArray } from "../array/ndarray.ts";
import { Odometer } from "../array/odometer.ts";
import { joined } from "../array/walk.ts";

/** How many elements are NaN or NaT. A dimension that only repeats is looked at once, and counted as often as it repeats. */
export function nanCount(a: NdArray): number {
  const { isNan } = likenessOf(a);
  if (isNan === null || a.size === 0) return 0;
  const moving = a.shape.flatMap((length, k) => (a.strides[k] === 0 ? [] : [{ length, stride: a.strides[k] as number }]));
  const walk = new Odometer(joined(moving));
  let count = 0;
  do {
    let position = a.offset + walk.position;
    for (let k = 0; k < walk.runLength; k++, position += walk.runStride) if (isNan(position)) count++;
  } while (walk.advance());
  return count * a.shape.reduce((product, length, k) => (a.strides[k] === 0 ? product * length : product), 1);
}
