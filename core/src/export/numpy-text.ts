import type { NdArray } from "../array/ndarray.ts";
import { elementText, scalarText } from "./numpy-element.ts";
import { isSummarised, numpyLayout, shownPositions } from "./numpy-layout.ts";

/**
 * An array as NumPy's `print` shows it: `[0 1 1]`, and `5` for 0-d, which is written as the scalar in it.
 *
 * @param a any shape and strides, any dtype but a structured one.
 * @throws {UnsupportedError} a structured dtype.
 * @see numpy/_core/arrayprint.py, array2string
 */
export function numpyText(a: NdArray): string {
  if (a.ndim === 0) return scalarText(a.dtype, a.data, a.offset);
  const textAt = elementText(a.dtype, a.data, a.size === 0 ? [] : shownOffsets(a));
  if (a.size === 0) return "[]";
  return numpyLayout(a.shape, (index) => textAt(offsetOf(a, index)));
}

/** Where in `data` the elements stand that will be shown: they alone decide the common width. */
export function shownOffsets(a: NdArray): number[] {
  const summarised = isSummarised(a.size);
  let offsets = [a.offset];
  for (const [axis, length] of a.shape.entries()) {
    const stride = a.strides[axis] ?? 0;
    const positions = shownPositions(length, summarised).filter((position) => position !== -1);
    offsets = offsets.flatMap((start) => positions.map((position) => start + position * stride));
  }
  return offsets;
}

export function offsetOf(a: NdArray, index: readonly number[]): number {
  return index.reduce((offset, position, axis) => offset + position * (a.strides[axis] ?? 0), a.offset);
}
