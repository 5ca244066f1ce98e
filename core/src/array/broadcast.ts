import { ValueError } from "../errors.ts";
import { NdArray } from "./ndarray.ts";
import { asShape, shapeText } from "./shape.ts";

/**
 * A view of `a` with a larger shape: new dimensions in front, and those of length 1 repeated with stride 0.
 *
 * @throws {ValueError} the shapes do not fit.
 * @see numpy/lib/_stride_tricks_impl.py, broadcast_to
 */
export function broadcastTo(a: NdArray, shape: readonly number[] | number): NdArray {
  const lengths = asShape(shape);
  if (lengths.length === 0 && a.ndim > 0) throw new ValueError("cannot broadcast a non-scalar to a scalar array");
  if (lengths.some((length) => length < 0)) throw new ValueError("all elements of broadcast shape must be non-negative");
  const added = lengths.length - a.ndim;
  if (added < 0) throw new ValueError("input operand has more dimensions than allowed by the axis remapping");
  const strides = lengths.map((length, k) => {
    if (k < added) return 0;
    const own = a.shape[k - added] as number;
    if (own === length) return length === 1 ? 0 : (a.strides[k - added] as number);
    if (own === 1) return 0;
    throw new ValueError(
      `operands could not be broadcast together with remapped shapes [original->remapped]: ${shapeText(a.shape)}  and requested shape ${shapeText(lengths)}`,
    );
  });
  return new NdArray(a.dtype, lengths, strides, a.offset, a.data);
}
