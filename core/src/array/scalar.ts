import { datetimeText, NOT_A_TIME, unitOf } from "./datetime.ts";
import type { Dtype, Elements } from "./dtype.ts";
import { elementOf } from "./element.ts";
import { halfToNumber } from "./half.ts";

export interface Complex {
  readonly re: number;
  readonly im: number;
}

/**
 * One element as plain JavaScript: `bigint` for int64, uint64 and timedelta counts (`"NaT"` where there is none), ISO text
 * for datetime, bytes without their trailing NULs, raw bytes for a record.
 */
export type Scalar = number | boolean | string | bigint | Complex | Uint8Array;

/** Reads the element at `position`, which counts elements from the start of `data`. */
export function readScalar(dtype: Dtype, data: Elements, position: number): Scalar {
  const { kind, numbers } = elementOf(dtype);
  switch (kind) {
    case "bool":
      return data[position] !== 0;
    case "half":
      return halfToNumber(data[position] as number);
    case "complex":
      return { re: data[2 * position] as number, im: data[2 * position + 1] as number };
    case "datetime":
      return datetimeText(data[position] as bigint, unitOf(dtype));
    case "timedelta":
      return data[position] === NOT_A_TIME ? "NaT" : (data[position] as bigint);
    case "str":
      return text(data as Uint32Array, position * numbers, numbers);
    case "bytes":
      return bytes(data as Uint8Array, position * numbers, numbers);
    case "record":
      return Uint8Array.from(data.subarray(position * numbers, (position + 1) * numbers) as Uint8Array);
    default:
      return data[position] as number | bigint;
  }
}

// NumPy pads text with NUL and does not tell padding from NULs that were given. What `empty` leaves may be no code point.
function text(data: Uint32Array, start: number, length: number): string {
  let end = start + length;
  while (end > start && data[end - 1] === 0) end--;
  let out = "";
  for (let k = start; k < end; k++) {
    const point = data[k] as number;
    out += String.fromCodePoint(point <= 0x10ffff ? point : 0xfffd);
  }
  return out;
}

function bytes(data: Uint8Array, start: number, length: number): Uint8Array {
  let end = start + length;
  while (end > start && data[end - 1] === 0) end--;
  return Uint8Array.from(data.subarray(start, end));
}
