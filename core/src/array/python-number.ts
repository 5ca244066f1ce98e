import { NumpyTypeError, OverflowError, ValueError } from "../errors.ts";
import { pythonTypeName } from "./python-integer.ts";
import { latin1, pythonBytes, pythonString } from "./python-string.ts";
import { isComplex } from "./python-text.ts";
import type { Complex } from "./scalar.ts";

const INTEGER = /^[+-]?\d+(?:_\d+)*$/;

const DIGITS = String.raw`\d+(?:_\d+)*`;
const UNSIGNED = String.raw`(?:(?:${DIGITS}\.?(?:${DIGITS})?|\.${DIGITS})(?:e[+-]?${DIGITS})?|inf(?:inity)?|nan)`;
const FLOAT = new RegExp(`^[+-]?${UNSIGNED}$`, "i");
/** A real part, an imaginary part with its sign, or both; of a bare j there is one. */
const COMPLEX = new RegExp(`^([+-]?${UNSIGNED})?(?:((?:(?<=.)[+-]|(?<!.)[+-]?)(?:${UNSIGNED})?)j)?$`, "i");

/**
 * As Python's `int(value)`.
 *
 * @throws {ValueError} text that is no integer, or NaN.
 * @throws {OverflowError} an infinity.
 * @throws {NumpyTypeError} what is no number at all.
 */
export function pythonInt(value: unknown): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (typeof value === "number") {
    if (Number.isNaN(value)) throw new ValueError("cannot convert float NaN to integer");
    if (!Number.isFinite(value)) throw new OverflowError("cannot convert float infinity to integer");
    return BigInt(Math.trunc(value));
  }
  const text = textOf(value);
  if (text === null) {
    throw new NumpyTypeError(`int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`);
  }
  const bare = text.trim();
  if (INTEGER.test(bare)) return BigInt(bare.replaceAll(/^\+|_/g, ""));
  throw new ValueError(`invalid literal for int() with base 10: ${quoted(value)}`);
}

/**
 * As Python's `float(value)`; NaN for nothing, which NumPy takes for one.
 *
 * @throws {ValueError} text that is no number.
 * @throws {NumpyTypeError} what is no real number at all.
 */
export function pythonFloat(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "bigint" || typeof value === "boolean") return Number(value);
  if (value === null || value === undefined) return Number.NaN;
  const text = textOf(value);
  if (text === null) throw new NumpyTypeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
  const bare = text.trim();
  if (FLOAT.test(bare)) return numberOf(bare);
  throw new ValueError(`could not convert string to float: ${quoted(value)}`);
}

/**
 * As Python's `complex(value)`; both parts NaN for nothing.
 *
 * @throws {ValueError} text that is no number.
 */
export function pythonComplex(value: unknown): Complex {
  if (isComplex(value)) return value;
  if (value === null || value === undefined) return { re: Number.NaN, im: Number.NaN };
  const text = textOf(value);
  if (text === null) return { re: pythonFloat(value), im: 0 };
  const bare = text.trim();
  const inner = /^\((.*)\)$/s.exec(bare)?.[1]?.trim() ?? bare;
  const [whole, re, im] = COMPLEX.exec(inner) ?? [];
  if (!whole) {
    const isUnderscored = /(?<!\d)_|_(?!\d)/.test(text);
    throw new ValueError(
      isUnderscored ? `could not convert string to complex: ${quoted(value)}` : "complex() arg is a malformed string",
    );
  }
  return { re: re === undefined ? 0 : numberOf(re), im: im === undefined ? 0 : numberOf(/\w/.test(im) ? im : `${im}1`) };
}

/** The number of a text that has Python's form. */
function numberOf(text: string): number {
  const bare = text.replaceAll("_", "").toLowerCase();
  if (bare.endsWith("nan")) return Number.NaN;
  if (bare.includes("inf")) return bare.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(bare);
}

function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  return value instanceof Uint8Array ? latin1(value) : null;
}

function quoted(value: unknown): string {
  return value instanceof Uint8Array ? pythonBytes(value) : pythonString(String(value));
}

function typeName(value: unknown): string {
  return isComplex(value) ? "complex" : pythonTypeName(value);
}
