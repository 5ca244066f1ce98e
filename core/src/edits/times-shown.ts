import type { NdArray } from "../array/ndarray.ts";
import { placesOf } from "./place.ts";

/**
 * Tells how many elements of a view lie at a place of its block: none where it leaves the place out, several where it repeats it.
 * Places count elements of the block that the view shares with the array whose view it is.
 */
export function timesShown(view: NdArray): (place: number) => number {
  let times = 1;
  let { offset } = view;
  const strides = view.shape.map((length, axis) => {
    const stride = view.strides[axis] ?? 0;
    if (stride === 0) times *= length;
    // What goes backwards shows the same places from the other end.
    if (stride < 0 && length > 0) offset += (length - 1) * stride;
    return Math.abs(stride);
  });
  const moving = strides.flatMap((stride, axis) => (stride === 0 ? [] : [{ stride, length: view.shape[axis] ?? 0 }]));
  if (times === 0 || moving.some(({ length }) => length === 0)) return () => 0;
  const isShown = placesOf({
    shape: moving.map(({ length }) => length),
    strides: moving.map(({ stride }) => stride),
    offset,
  });
  return (place) => (isShown(place) ? times : 0);
}
