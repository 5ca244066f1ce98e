import type { Elements } from "./dtype.ts";
import { elementOf } from "./element.ts";
import { empty } from "./empty.ts";
import type { NdArray } from "./ndarray.ts";
import { Odometer } from "./odometer.ts";
import { isRowMajor, sizeOf } from "./strides.ts";

/** A copy of `a` in engine memory, in C order. */
export function copy(a: NdArray): NdArray {
  const result = empty(a.shape, a.dtype);
  copyElements(a, result.data);
  return result;
}

/** Writes the elements of `a` in C order into `target`, which holds the same kind of numbers. */
function copyElements(a: NdArray, target: Elements): void {
  const size = sizeOf(a.shape);
  if (size === 0) return;
  const { numbers } = elementOf(a.dtype);
  if (isRowMajor(a.shape, a.strides)) {
    put(target, a.data.subarray(a.offset * numbers, (a.offset + size) * numbers));
    return;
  }
  const walk = new Odometer(a);
  let next = 0;
  do {
    for (let k = 0; k < walk.runLength; k++) {
      const from = (a.offset + walk.position + k * walk.runStride) * numbers;
      for (let n = 0; n < numbers; n++) target[next++] = a.data[from + n] as number & bigint;
    }
  } while (walk.advance());
}

// The two arrays are of the same kind, which the type of `set` cannot see.
function put(target: Elements, source: Elements): void {
  (target as Uint8Array).set(source as Uint8Array);
}
