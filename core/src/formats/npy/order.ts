import { isRowMajor, rowMajorStrides } from "../../array/strides.ts";

/** Strides, in elements, of an array in Fortran order: the first dimension is the closest together. */
export function columnMajorStrides(shape: readonly number[]): number[] {
  return rowMajorStrides(shape.toReversed()).reverse();
}

/** The order in which an array's elements lie one after the other; null where they do not. C comes first, as in NumPy. */
export function memoryOrder(shape: readonly number[], strides: readonly number[]): "C" | "F" | null {
  if (shape.includes(0) || isRowMajor(shape, strides)) return "C";
  return isRowMajor(shape.toReversed(), strides.toReversed()) ? "F" : null;
}
