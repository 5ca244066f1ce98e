import { NumpyTypeError, OverflowError, ValueError } from "../errors.ts";
import { NOT_A_TIME, unitOf } from "./datetime.ts";
import { parseDatetime } from "./datetime-parse.ts";
import type { Dtype, Elements } from "./dtype.ts";
import { elementOf } from "./element.ts";
import { numberToHalf } from "./half.ts";
import { pythonTypeName } from "./python-integer.ts";
import type { Complex } from "./scalar.ts";

/**
 * Writes a plain JavaScript value as the element at `position`, converted as `np.array(value, dtype)` would.
 *
 * @throws {OverflowError} an integer out of the dtype's range.
 * @throws {ValueError} text or NaN where a number is needed.
 * @throws {NumpyTypeError} a value that the dtype cannot be made from.
 */
export function writeScalar(dtype: Dtype, data: Elements, position: number, value: unknown): void {
  const { kind, numbers } = elementOf(dtype);
  switch (kind) {
    case "bool":
      data[position] = isTrue(value) ? 1 : 0;
      return;
    case "int":
    case "uint":
      data[position] = Number(integerWithin(dtype, value));
      return;
    case "bigint":
    case "biguint":
      data[position] = integerWithin(dtype, value);
      return;
    case "intp":
      data[position] = Number(integerWithin("int64", value));
      return;
    case "half":
      data[position] = numberToHalf(real(value));
      return;
    case "float":
      data[position] = real(value);
      return;
    case "complex":
      data[2 * position] = isComplex(value) ? value.re : real(value);
      data[2 * position + 1] = isComplex(value) ? value.im : 0;
      return;
    case "datetime":
      data[position] = typeof value === "string" ? parseDatetime(value, unitOf(dtype)) : count(value, "datetime");
      return;
    case "timedelta":
      data[position] = value === "NaT" || value === "" ? NOT_A_TIME : count(value, "timedelta");
      return;
    case "str":
      writeUnits(
        data,
        position * numbers,
        numbers,
        Array.from(String(value), (c) => c.codePointAt(0) as number),
      );
      return;
    case "bytes":
      writeUnits(data, position * numbers, numbers, value instanceof Uint8Array ? value : asciiBytes(String(value)));
      return;
    case "record":
      if (!(value instanceof Uint8Array)) throw new NumpyTypeError("a record is written as its bytes, a Uint8Array");
      writeUnits(data, position * numbers, numbers, value);
  }
}

function isTrue(value: unknown): boolean {
  return isComplex(value) ? value.re !== 0 || value.im !== 0 : Number.isNaN(value) || Boolean(value);
}

function isComplex(value: unknown): value is Complex {
  return typeof value === "object" && value !== null && "re" in value && "im" in value;
}

/** Smallest and largest value by bits. */
function range(dtype: string): readonly [bigint, bigint] {
  const bits = BigInt(/\d+/.exec(dtype)?.[0] ?? 64);
  return dtype.startsWith("u") ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
}

function integerWithin(dtype: string, value: unknown): bigint {
  const integer = toInteger(value);
  const [least, most] = range(dtype);
  if (integer < least || integer > most) {
    if (integer < -(2n ** 63n) || integer >= 2n ** 63n) throw new OverflowError("Python int too large to convert to C long");
    throw new OverflowError(`Python integer ${integer} out of bounds for ${dtype}`);
  }
  return integer;
}

function toInteger(value: unknown): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (typeof value === "number") {
    if (Number.isNaN(value)) throw new ValueError("cannot convert float NaN to integer");
    if (!Number.isFinite(value)) throw new OverflowError("cannot convert float infinity to integer");
    return BigInt(Math.trunc(value));
  }
  if (typeof value === "string") {
    if (/^\s*[+-]?\d+\s*$/.test(value)) return BigInt(value.trim().replace(/^\+/, ""));
    throw new ValueError(`invalid literal for int() with base 10: '${value}'`);
  }
  const name = isComplex(value) ? "complex" : pythonTypeName(value);
  throw new NumpyTypeError(`int() argument must be a string, a bytes-like object or a real number, not '${name}'`);
}

function real(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "bigint" || typeof value === "boolean") return Number(value);
  if (typeof value === "string") {
    const text = value.trim().toLowerCase();
    if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text)) return Number(text);
    if (/^[+-]?nan$/.test(text)) return Number.NaN;
    if (/^[+-]?inf(inity)?$/.test(text)) return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    throw new ValueError(`could not convert string to float: '${value}'`);
  }
  const name = isComplex(value) ? "complex" : pythonTypeName(value);
  throw new NumpyTypeError(`float() argument must be a string or a real number, not '${name}'`);
}

function count(value: unknown, what: "datetime" | "timedelta"): bigint {
  if (typeof value === "number" && !Number.isInteger(value)) throw new ValueError(`Could not convert object to NumPy ${what}`);
  if (value === null || value === undefined) return NOT_A_TIME;
  const integer = toInteger(value);
  if (integer < NOT_A_TIME || integer > -NOT_A_TIME - 1n) throw new OverflowError("int too big to convert");
  return integer;
}

function asciiBytes(text: string): number[] {
  return Array.from(text, (character, position) => {
    const code = character.codePointAt(0) as number;
    if (code < 128) return code;
    throw new ValueError(
      `bytes take ASCII text or a Uint8Array: character ${position} of ${JSON.stringify(text)} is not ASCII`,
    );
  });
}

function writeUnits(data: Elements, start: number, length: number, units: ArrayLike<number>): void {
  for (let k = 0; k < length; k++) data[start + k] = units[k] ?? 0;
}
