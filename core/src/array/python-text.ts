import { ValueError } from "../errors.ts";
import { isWhole } from "./infer-dtype.ts";
import { latin1 } from "./python-string.ts";
import type { Complex } from "./scalar.ts";

/**
 * A value as Python's `str` writes it, which is what an array of text takes: `True`, `None`, `1e-05`, `(1+2j)`, and bytes as ASCII.
 * A number counts as an int where an array of it would be one of int64.
 *
 * @throws {ValueError} bytes that are no ASCII, in Python's words.
 */
export function pythonText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value === null || value === undefined) return "None";
  if (typeof value === "number") return isWhole(value) ? String(value) : floatText(value);
  if (value instanceof Uint8Array) return asciiText(value);
  return isComplex(value) ? complexText(value, (part) => floatText(part, "")) : String(value);
}

export function isComplex(value: unknown): value is Complex {
  return typeof value === "object" && value !== null && "re" in value && "im" in value;
}

/** As `float.__repr__`: JavaScript finds the same digits, and has other rules for when there is an exponent. */
function floatText(value: number, whole = ".0"): string {
  if (Number.isNaN(value)) return "nan";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (!Number.isFinite(value)) return `${sign}inf`;
  const [digits = "", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const power = Number(exponent);
  if (power >= 16 || power < -4) {
    return `${sign}${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return `${sign}${Math.abs(value)}${Number.isInteger(value) ? whole : ""}`;
}

/** As `complex.__repr__`, and `str` of NumPy's scalars: a real part of zero is left out, but for a negative one. */
export function complexText({ re, im }: Complex, part: (value: number) => string): string {
  const imaginary = `${part(im)}j`;
  if (Object.is(re, 0)) return imaginary;
  return `(${part(re)}${imaginary.startsWith("-") ? "" : "+"}${imaginary})`;
}

function asciiText(bytes: Uint8Array): string {
  const place = bytes.findIndex((byte) => byte > 127);
  if (place < 0) return latin1(bytes);
  const byte = (bytes[place] as number).toString(16);
  throw new ValueError(`'ascii' codec can't decode byte 0x${byte} in position ${place}: ordinal not in range(128)`);
}

/**
 * Text as the bytes of its characters.
 *
 * @throws {ValueError} a character that is no ASCII, in Python's words.
 */
export function asciiBytes(text: string): number[] {
  const codes = Array.from(text, (character) => character.codePointAt(0) as number);
  const place = codes.findIndex((code) => code > 127);
  if (place < 0) return codes;
  const rest = codes.slice(place);
  const length = rest.findIndex((code) => code <= 127);
  const last = place + (length < 0 ? rest.length : length) - 1;
  const what =
    last === place
      ? `character '${escaped(rest[0] as number)}' in position ${place}`
      : `characters in position ${place}-${last}`;
  throw new ValueError(`'ascii' codec can't encode ${what}: ordinal not in range(128)`);
}

function escaped(code: number): string {
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
