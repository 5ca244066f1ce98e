import { NumpyTypeError, ValueError } from "../errors.ts";
import { MAX_NDIM } from "./limits.ts";
import { asPythonInteger } from "./python-integer.ts";

/**
 * The lengths of a shape as a copy of our own; one number is a shape of one dimension. Negative lengths pass.
 *
 * @see numpy/_core/src/multiarray/conversion_utils.c, PyArray_IntpConverter
 */
export function asShape(shape: unknown): number[] {
  if (shape === null || shape === undefined) throw new NumpyTypeError("Use () not None as shape arguments");
  if (typeof shape === "number" && !Number.isInteger(shape)) {
    throw new NumpyTypeError(`expected a sequence of integers or a single integer, got '${shape}'`);
  }
  const given: readonly unknown[] = Array.isArray(shape) ? shape : [shape];
  if (given.length > MAX_NDIM) {
    throw new ValueError(`maximum supported dimension for an ndarray is currently ${MAX_NDIM}, found ${given.length}`);
  }
  return given.map((length) => {
    const integer = asPythonInteger(length);
    if (integer >= 2 ** 63 || integer < -(2 ** 63)) throw new ValueError("Maximum allowed dimension exceeded");
    return integer;
  });
}

/**
 * A shape in a message, as NumPy writes it there: leading negative lengths are left out, others are called newaxis.
 *
 * @see numpy/_core/src/multiarray/common.c, convert_shape_to_string
 */
export function shapeText(shape: readonly number[]): string {
  const first = shape.findIndex((length) => length >= 0);
  if (first < 0) return "()";
  const lengths = shape.slice(first).map((length) => (length < 0 ? "newaxis" : String(length)));
  return shape.length === 1 ? `(${lengths[0]},)` : `(${lengths.join(",")})`;
}
