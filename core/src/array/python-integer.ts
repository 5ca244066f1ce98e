import { NumpyTypeError } from "../errors.ts";

/** What Python would call the type of this value, for messages. */
export function pythonTypeName(value: unknown): string {
  switch (typeof value) {
    case "number":
      return Number.isInteger(value) ? "int" : "float";
    case "bigint":
      return "int";
    case "boolean":
      return "bool";
    case "string":
      return "str";
    case "function":
      return "function";
    case "undefined":
      return "NoneType";
    default:
      if (value === null) return "NoneType";
      if (Array.isArray(value)) return "list";
      return isPlain(value) ? "dict" : ((value as object).constructor?.name ?? "object");
  }
}

function isPlain(value: unknown): boolean {
  const prototype = typeof value === "object" && value !== null ? Object.getPrototypeOf(value) : undefined;
  return prototype === null || prototype === Object.prototype;
}

/**
 * The number that a caller gave where Python takes an integer; a bigint too.
 *
 * @param booleanRefusal what NumPy says to a boolean in this place.
 * @throws {NumpyTypeError} it is no integer, in Python's words.
 * @see numpy/_core/src/multiarray/conversion_utils.c, PyArray_PyIntAsIntp_ErrMsg
 */
export function asPythonInteger(value: unknown, booleanRefusal = "an integer is required"): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "boolean") throw new NumpyTypeError(booleanRefusal);
  throw new NumpyTypeError(`'${pythonTypeName(value)}' object cannot be interpreted as an integer`);
}
