import { NumpyTypeError, OverflowError } from "../errors.ts";
import { unitOf } from "./datetime.ts";
import { datetimeCount, timedeltaCount } from "./datetime-count.ts";
import type { Dtype, Elements } from "./dtype.ts";
import { elementOf } from "./element.ts";
import { numberToHalf } from "./half.ts";
import { pythonTypeName } from "./python-integer.ts";
import { pythonComplex, pythonFloat, pythonInt } from "./python-number.ts";
import { asciiBytes, isComplex, pythonText } from "./python-text.ts";

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
      data[position] = numberToHalf(pythonFloat(value));
      return;
    case "float":
      data[position] = pythonFloat(value);
      return;
    case "complex": {
      const { re, im } = pythonComplex(value);
      data[2 * position] = re;
      data[2 * position + 1] = im;
      return;
    }
    case "datetime":
      data[position] = datetimeCount(value, unitOf(dtype));
      return;
    case "timedelta":
      data[position] = timedeltaCount(value);
      return;
    case "str":
      writeUnits(
        data,
        position * numbers,
        numbers,
        Array.from(pythonText(value), (c) => c.codePointAt(0) as number),
      );
      return;
    case "bytes":
      writeUnits(data, position * numbers, numbers, value instanceof Uint8Array ? value : asciiBytes(pythonText(value)));
      return;
    case "record":
      if (!(value instanceof Uint8Array)) {
        throw new NumpyTypeError(
          `a bytes-like object is required, not '${isComplex(value) ? "complex" : pythonTypeName(value)}'`,
        );
      }
      writeUnits(data, position * numbers, numbers, value);
  }
}

function isTrue(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.length > 0;
  return isComplex(value) ? value.re !== 0 || value.im !== 0 : Number.isNaN(value) || Boolean(value);
}

/** Smallest and largest value by bits. */
function range(dtype: string): readonly [bigint, bigint] {
  const bits = BigInt(/\d+/.exec(dtype)?.[0] ?? 64);
  return dtype.startsWith("u") ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
}

function integerWithin(dtype: string, value: unknown): bigint {
  const integer = pythonInt(value);
  const [least, most] = range(dtype);
  if (integer < least || integer > most) {
    if (integer < -(2n ** 63n) || integer >= 2n ** 63n) throw new OverflowError("Python int too large to convert to C long");
    throw new OverflowError(`Python integer ${integer} out of bounds for ${dtype}`);
  }
  return integer;
}

function writeUnits(data: Elements, start: number, length: number, units: ArrayLike<number>): void {
  for (let k = 0; k < length; k++) data[start + k] = units[k] ?? 0;
}
