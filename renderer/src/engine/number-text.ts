import type { Scalar } from "@argscope/core/array/scalar.ts";

/**
 * A value as the grid shows it: the shortest decimal that reads back as the same number, with NumPy's words for what is not a
 * number.
 */
export function numberText(value: number): string {
  if (value !== value) return "nan";
  if (value === Number.POSITIVE_INFINITY) return "inf";
  if (value === Number.NEGATIVE_INFINITY) return "-inf";
  return Object.is(value, -0) ? "-0" : String(value);
}

/** As `numberText`; bytes as Latin-1. A record's bytes say nothing without its dtype: see `recordText`. */
export function scalarText(value: Scalar): string {
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value instanceof Uint8Array) return String.fromCharCode(...value);
  if (typeof value === "object") {
    const { re, im } = value;
    return `${numberText(re)}${im < 0 || Object.is(im, -0) ? "-" : "+"}${numberText(Math.abs(im))}j`;
  }
  return String(value);
}
