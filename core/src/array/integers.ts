import { NumpyTypeError } from "../errors.ts";
import { elementOf } from "./element.ts";
import type { NdArray } from "./ndarray.ts";

/** Reads integers of any dtype exactly, by position in elements. uint64 beyond int64 wraps round, as NumPy casts it to intp. */
export function integerReader(a: NdArray): (position: number) => number | bigint {
  const { data } = a;
  if (data instanceof BigUint64Array) return (position) => BigInt.asIntN(64, data[position] as bigint);
  return (position) => data[position] as number | bigint;
}

/** @throws {NumpyTypeError} the elements are neither integers nor booleans. */
export function checkIntegers(a: NdArray): void {
  if (!["bool", "int", "uint", "bigint", "biguint", "intp"].includes(elementOf(a.dtype).kind)) throw notIntegers();
}

/** A single index that a caller gave. */
export function asIndex(given: unknown): number | bigint {
  if (typeof given === "boolean") return Number(given);
  if (typeof given === "number" && Number.isInteger(given) && Math.abs(given) < 2 ** 63) return given;
  if (typeof given === "bigint" && given >= -(2n ** 63n) && given < 2n ** 64n) return BigInt.asIntN(64, given);
  throw notIntegers();
}

function notIntegers(): NumpyTypeError {
  return new NumpyTypeError("only int indices permitted");
}
