import type { Dtype, Elements } from "../array/dtype.ts";
import { halfToNumber, numberToHalf } from "../array/half.ts";
import { pythonString } from "../array/python-string.ts";
import { readScalar } from "../array/scalar.ts";
import { UnsupportedError } from "../errors.ts";
import { floatFormat, floatScalar } from "./numpy-float.ts";

/** The text of an element of an array, by its position in `data`. */
export type TextAt = (position: number) => string;

/**
 * How NumPy writes the elements of an array: numbers with a common width, text quoted.
 *
 * @param shown positions of the elements that will be seen.
 * @throws {UnsupportedError} a dtype whose text is not known.
 */
export function elementText(dtype: Dtype, data: Elements, shown: readonly number[]): TextAt {
  const read = (position: number) => readScalar(dtype, data, position);
  if (isInteger(dtype)) return aligned((position) => String(data[position]), shown);
  if (dtype === "bool") return (position) => (read(position) ? " True" : "False");
  if (dtype.startsWith("str")) return (position) => pythonString(String(read(position)));
  const float = floatName(dtype);
  const number = (position: number) => Number(read(position));
  const text = floatFormat(float, shown.map(number), ROUND[float]);
  return (position) => text(number(position));
}

/** How NumPy writes an element alone. */
export function scalarText(dtype: Dtype, data: Elements, position: number): string {
  if (isInteger(dtype)) return String(data[position]);
  const value = readScalar(dtype, data, position);
  if (dtype === "bool") return value ? "True" : "False";
  return dtype.startsWith("str") ? String(value) : floatScalar(floatName(dtype), Number(value));
}

const ROUND = {
  float16: (value: number) => halfToNumber(numberToHalf(value)),
  float32: Math.fround,
  float64: (value: number) => value,
} as const;

function isInteger(dtype: Dtype): boolean {
  return /^u?int/.test(dtype);
}

function floatName(dtype: Dtype): keyof typeof ROUND {
  if (dtype === "float16" || dtype === "float32" || dtype === "float64") return dtype;
  throw new UnsupportedError(`Argscope does not write ${dtype} as NumPy prints it.`);
}

function aligned(text: TextAt, shown: readonly number[]): TextAt {
  const width = shown.reduce((widest, position) => Math.max(widest, text(position).length), 0);
  return (position) => text(position).padStart(width);
}
