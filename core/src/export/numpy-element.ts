import { unitOf } from "../array/datetime.ts";
import type { Dtype, Elements } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import { pythonBytes, pythonString } from "../array/python-string.ts";
import { isRecord } from "../array/record.ts";
import { readScalar } from "../array/scalar.ts";
import { UnsupportedError } from "../errors.ts";
import { type ComplexName, complexFormat, complexScalar } from "./numpy-complex.ts";
import { type FloatName, floatFormat, floatScalar } from "./numpy-float.ts";
import { datetimeFormat, timedeltaFormat, timedeltaScalar } from "./numpy-time.ts";

/** The text of an element of an array, by its position in `data`. */
export type TextAt = (position: number) => string;

/**
 * How NumPy writes the elements of an array: numbers with a common width, text and dates quoted.
 *
 * @param shown positions of the elements that will be seen.
 * @throws {UnsupportedError} a structured dtype.
 */
export function elementText(dtype: Dtype, data: Elements, shown: readonly number[]): TextAt {
  const { kind } = elementOf(dtype);
  switch (kind) {
    case "bool":
      return (position) => (data[position] ? " True" : "False");
    case "half":
    case "float": {
      const number = (position: number) => Number(readScalar(dtype, data, position));
      const text = floatFormat(dtype as FloatName, shown.map(number));
      return (position) => text(number(position));
    }
    case "complex": {
      const [re, im] = [
        (position: number) => data[2 * position] as number,
        (position: number) => data[2 * position + 1] as number,
      ];
      const text = complexFormat(dtype as ComplexName, shown.map(re), shown.map(im));
      return (position) => text(re(position), im(position));
    }
    case "datetime":
    case "timedelta": {
      const count = (position: number) => data[position] as bigint;
      const counts = shown.map(count);
      const text = kind === "datetime" ? datetimeFormat(unitOf(dtype), counts) : timedeltaFormat(counts);
      return (position) => text(count(position));
    }
    case "str":
      return (position) => pythonString(String(readScalar(dtype, data, position)));
    case "bytes":
    case "record":
      return (position) => bytesText(dtype, readScalar(dtype, data, position) as Uint8Array);
    default:
      return aligned((position) => String(data[position]), shown);
  }
}

/**
 * How NumPy writes an element alone.
 *
 * @throws {UnsupportedError} a structured dtype.
 */
export function scalarText(dtype: Dtype, data: Elements, position: number): string {
  const value = readScalar(dtype, data, position);
  const { kind } = elementOf(dtype);
  switch (kind) {
    case "bool":
      return value ? "True" : "False";
    case "half":
    case "float":
      return floatScalar(dtype as FloatName, Number(value));
    case "complex":
      return complexScalar(dtype as ComplexName, data[2 * position] as number, data[2 * position + 1] as number);
    case "timedelta":
      return timedeltaScalar(data[position] as bigint, unitOf(dtype));
    case "bytes":
    case "record":
      return bytesText(dtype, value as Uint8Array);
    default:
      return String(value);
  }
}

function bytesText(dtype: Dtype, bytes: Uint8Array): string {
  if (isRecord(dtype)) throw new UnsupportedError(`Argscope does not write ${dtype} as NumPy prints it.`);
  return dtype.startsWith("void") ? voidText(bytes) : pythonBytes(bytes);
}

/** Bytes of no type at all: each as an escape. */
export function voidText(bytes: Uint8Array): string {
  return `b'${Array.from(bytes, (byte) => `\\x${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("")}'`;
}

function aligned(text: TextAt, shown: readonly number[]): TextAt {
  const width = shown.reduce((widest, position) => Math.max(widest, text(position).length), 0);
  return (position) => text(position).padStart(width);
}
