import type { NdArray } from "../array/ndarray.ts";

/**
 * Tells whether an element of an array lies at a place of its block, in elements. The array's elements do not overlap, and its
 * strides are not negative: what reading a file makes.
 */
export function placesOf({
  shape,
  strides,
  offset,
}: Pick<NdArray, "shape" | "strides" | "offset">): (place: number) => boolean {
  // The widest step first: what it leaves is for the narrower ones.
  const axes = shape.map((length, axis) => ({ length, stride: strides[axis] ?? 0 })).filter(({ length }) => length !== 1);
  axes.sort((p, q) => q.stride - p.stride);
  return (place) => {
    let rest = place - offset;
    for (const { length, stride } of axes) {
      const position = Math.floor(rest / stride);
      if (!(position >= 0 && position < length)) return false;
      rest -= position * stride;
    }
    return rest === 0;
  };
}

/** Whether each element lies in a place of its own, so that writing one changes no other. */
export function isWritable({ shape, strides }: NdArray): boolean {
  return shape.every((length, axis) => length <= 1 || (strides[axis] ?? 0) > 0);
}
