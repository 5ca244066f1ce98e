import type { NdArray } from "../array/ndarray.ts";

/**
 * The index of the element that lies at a place of an array's block, in elements; null where no element of the array does. The
 * array's elements do not overlap, and its strides are not negative: what reading a file makes.
 */
export function indexOfPlace(a: Pick<NdArray, "shape" | "strides" | "offset">, place: number): number[] | null {
  const { shape, strides, offset } = a;
  const index = shape.map(() => 0);
  let rest = place - offset;
  // The widest step first: what it leaves is for the narrower ones.
  const axes = shape.map((_, axis) => axis).sort((p, q) => (strides[q] ?? 0) - (strides[p] ?? 0));
  for (const axis of axes) {
    const length = shape[axis] ?? 0;
    const stride = strides[axis] ?? 0;
    const position = length > 1 ? Math.floor(rest / stride) : 0;
    if (position < 0 || position >= length) return null;
    index[axis] = position;
    rest -= position * stride;
  }
  return rest === 0 ? index : null;
}

/** Whether each element lies in a place of its own, so that writing one changes no other. */
export function isWritable({ shape, strides }: NdArray): boolean {
  return shape.every((length, axis) => length <= 1 || (strides[axis] ?? 0) > 0);
}
