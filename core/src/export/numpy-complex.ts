import { complexText } from "../array/python-text.ts";
import { type FloatName, floatFormat, floatScalar } from "./numpy-float.ts";

/** The format of both parts. */
const PART = { complex64: "float32", complex128: "float64" } as const satisfies Record<string, FloatName>;

export type ComplexName = keyof typeof PART;

/** Gives the text of a number by its two parts. */
export type ComplexText = (re: number, im: number) => string;

/**
 * How NumPy writes the complex numbers of an array: each part as an array of its own would be written.
 *
 * @param re real parts of the numbers that will be seen, `im` their imaginary parts.
 * @see numpy/_core/arrayprint.py, ComplexFloatingFormat
 */
export function complexFormat(dtype: ComplexName, re: readonly number[], im: readonly number[]): ComplexText {
  const real = floatFormat(PART[dtype], re);
  const imaginary = floatFormat(PART[dtype], im, "+");
  // The j stands next to the digits, before the spaces that fill the column.
  return (x, y) => real(x) + imaginary(y).replace(/ *$/, (spaces) => `j${spaces}`);
}

/**
 * A complex number alone, as `str` of NumPy's scalar gives it: `(1+2j)`, and `2j` where the real part is 0, but not -0.
 *
 * @see numpy/_core/src/multiarray/scalartypes.c.src, c@name@type_str_either
 */
export function complexScalar(dtype: ComplexName, re: number, im: number): string {
  return complexText({ re, im }, (part) => floatScalar(PART[dtype], part, ""));
}
