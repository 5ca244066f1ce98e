import { UnsupportedError } from "../errors.ts";
import type { Dtype } from "./dtype.ts";
import { pythonTypeName } from "./python-integer.ts";

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
const UINT64_MAX = 2n ** 64n - 1n;

/**
 * The dtype that NumPy would give a list of these values.
 *
 * @throws {UnsupportedError} there is none but object, or text is mixed with numbers.
 * @see numpy/_core/src/multiarray/array_coercion.c
 */
export function inferDtype(values: readonly unknown[]): Dtype {
  if (values.length === 0) return "float64";
  const seen = { int64: false, beyondInt64: false, float: false, complex: false };
  let characters = 0;
  let texts = 0;
  let bytes = 0;
  for (const value of values) {
    if (typeof value === "boolean") continue;
    if (typeof value === "number") {
      if (isWhole(value)) seen.int64 = true;
      else seen.float = true;
    } else if (typeof value === "bigint") {
      if (value < INT64_MIN || value > UINT64_MAX) throw noCommonDtype(`the integer ${value} has more than 64 bits`);
      if (value > INT64_MAX) seen.beyondInt64 = true;
      else seen.int64 = true;
    } else if (typeof value === "string") {
      texts++;
      characters = Math.max(characters, Array.from(value).length);
    } else if (value instanceof Uint8Array) {
      bytes++;
      characters = Math.max(characters, value.length);
    } else if (typeof value === "object" && value !== null && "re" in value && "im" in value) seen.complex = true;
    else throw noCommonDtype(`a value is of type ${pythonTypeName(value)}`);
  }
  // NumPy gives empty text room for one character.
  if (texts === values.length) return `str${Math.max(characters, 1)}`;
  if (bytes === values.length) return `bytes${Math.max(characters, 1)}`;
  if (texts + bytes > 0) throw noCommonDtype("text stands among other values");
  if (seen.complex) return "complex128";
  // int64 and uint64 have no common integer dtype, whatever the values are.
  if (seen.float || (seen.beyondInt64 && seen.int64)) return "float64";
  if (seen.beyondInt64) return "uint64";
  return seen.int64 ? "int64" : "bool";
}

/** Whether a number counts as an integer: one beyond 2^53 may have been rounded. */
export function isWhole(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= 2 ** 53;
}

function noCommonDtype(reason: string): UnsupportedError {
  return new UnsupportedError(`Argscope finds no dtype for these values: ${reason}. Name a dtype.`);
}
