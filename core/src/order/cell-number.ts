import { NOT_A_TIME } from "../array/datetime.ts";
import { elementOf } from "../array/element.ts";
import type { NdArray } from "../array/ndarray.ts";
import { elementNumber } from "./element-number.ts";

/**
 * Reads elements of a block as numbers for a scale of colours, by their position in elements: 64-bit integers and times rounded
 * to float64, NaT as NaN. Null where the elements have no place on one line: complex numbers, text, records.
 */
export function cellNumber(array: NdArray): ((position: number) => number) | null {
  const { data } = array;
  const { kind } = elementOf(array.dtype);
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    const isTime = kind === "datetime" || kind === "timedelta";
    return (at) => (isTime && data[at] === NOT_A_TIME ? Number.NaN : Number(data[at]));
  }
  return ["complex", "str", "bytes", "record"].includes(kind) ? null : elementNumber(array);
}
