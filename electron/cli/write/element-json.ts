import type { NdArray } from "@argscope/core";
import { elementOf } from "@argscope/core/array/element.ts";
import { readScalar } from "@argscope/core/array/scalar.ts";
import { UnsupportedError } from "@argscope/core/errors.ts";
import { valueText } from "@argscope/core/export/value-text.ts";

/**
 * The JSON of an array's elements, by their positions in `data`: NaN and infinities are the texts "nan", "inf" and "-inf",
 * integers beyond 2^53 are texts too, complex numbers as NumPy writes them, times in ISO 8601.
 *
 * @throws {UnsupportedError} a structured array.
 */
export function elementJson({ dtype, data }: NdArray): (position: number) => string {
  const { kind } = elementOf(dtype);
  switch (kind) {
    case "float":
    case "half":
      return (position) => numberJson(Number(readScalar(dtype, data, position)));
    case "bool":
    case "int":
    case "uint":
    case "intp":
      return (position) => String(readScalar(dtype, data, position));
    case "bigint":
    case "biguint":
      return (position) => integerJson(data[position] as bigint);
    case "timedelta":
      return (position) => {
        const count = readScalar(dtype, data, position);
        return typeof count === "bigint" ? integerJson(count) : JSON.stringify(count);
      };
    case "record":
      throw new UnsupportedError("Argscope does not write structured arrays as JSON: choose a field.");
    default:
      return (position) => JSON.stringify(valueText(dtype, data, position));
  }
}

/** A float as JSON. The sign of -0 is kept. */
export function numberJson(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? "-0.0" : String(value);
  return Number.isNaN(value) ? '"nan"' : value < 0 ? '"-inf"' : '"inf"';
}

/** An integer as JSON; beyond 2^53 a text. */
export function integerJson(value: bigint): string {
  const exact = value >= -(2n ** 53n) && value <= 2n ** 53n;
  return exact ? String(value) : `"${value}"`;
}
