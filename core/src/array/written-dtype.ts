import { dtypeOfCode } from "./descr.ts";
import type { Dtype } from "./dtype.ts";
import { elementOf } from "./element.ts";

const NUMBERS = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"] as const;
const FLOATS = ["float16", "float32", "float64", "complex64", "complex128"] as const;

/** Python's types and NumPy's other names. Of text the length is left open, of dates the unit: `fromNested` looks for them. */
const NAMES: ReadonlyMap<string, Dtype> = new Map<string, Dtype>([
  ...NUMBERS.map((name) => [name, name] as const),
  ...FLOATS.map((name) => [name, name] as const),
  ["int", "int64"],
  ["float", "float64"],
  ["complex", "complex128"],
  ["intp", "int64"],
  ["str", "str0"],
  ["bytes", "bytes0"],
  ["bool_", "bool"],
  ["str_", "str0"],
  ["bytes_", "bytes0"],
  ["datetime64", "datetime64"],
  ["timedelta64", "timedelta64"],
]);

/** The names of dtypes that are worth offering, as they are written. */
export const DTYPE_NAMES: readonly string[] = [...NUMBERS, ...FLOATS, "int", "float", "intp", "str"];

/** Names of Python's own; the others are NumPy's. */
const PYTHON_TYPES = new Set(["bool", "int", "float", "complex", "str", "bytes"]);

export function isPythonType(name: string): boolean {
  return PYTHON_TYPES.has(name);
}

/**
 * The dtype that a text means to NumPy: `int8`, `float`, `datetime64[D]`, or a code as its `repr` writes it, such as `<U5`.
 *
 * @returns `null` where it is none of numbers, text, dates and durations.
 */
export function writtenDtype(text: string): Dtype | null {
  const named = NAMES.get(text);
  if (named !== undefined) return named;
  if (text === "?") return "bool";
  try {
    if (/^(?:datetime64|timedelta64)\[/.test(text)) return elementOf(text as Dtype) && (text as Dtype);
    return /^[<>|=]?V/.test(text) ? null : dtypeOfCode(text);
  } catch {
    return null;
  }
}
