import { elementOf } from "../array/element.ts";
import type { NdArray } from "../array/ndarray.ts";
import type { CellRange, Tally } from "../contract/selecting.ts";
import { eachRun, type Plane } from "./plane.ts";
import { floatCounter } from "./tally-floats.ts";
import { integerCounter } from "./tally-integers.ts";
import { longCounter, timeCounter } from "./tally-longs.ts";

/** Counts runs of cells. */
export interface Counter {
  add(start: number, count: number, stride: number): void;
  result(): Tally;
}

/**
 * Counts, sums and compares the numbers in ranges that do not overlap. NaN and NaT are counted and otherwise left out; text is
 * no number. Dtypes that have no order of numbers (complex, text, records) are only counted.
 */
export function tallyOf(plane: Plane, ranges: readonly CellRange[]): Tally {
  const counter = counterOf(plane.cells);
  for (const range of ranges) eachRun(plane, range, (start, count, stride) => counter.add(start, count, stride));
  return counter.result();
}

function counterOf({ dtype, data }: NdArray): Counter {
  const { kind } = elementOf(dtype);
  switch (kind) {
    case "float":
    case "half":
      return floatCounter(data as Float64Array | Float32Array | Uint16Array, kind === "half");
    case "bool":
    case "int":
    case "uint":
    case "intp":
      return integerCounter(data as Int32Array);
    case "bigint":
    case "biguint":
      return longCounter(data as BigInt64Array | BigUint64Array);
    case "datetime":
    case "timedelta":
      return timeCounter(data as BigInt64Array);
    default:
      return plainCounter();
  }
}

function plainCounter(): Counter {
  let cells = 0;
  return {
    add(_start, count) {
      cells += count;
    },
    result: () => ({ kind: "none", cells }),
  };
}
