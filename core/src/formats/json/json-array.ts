import { empty } from "../../array/empty.ts";
import { NdArray } from "../../array/ndarray.ts";
import { rowMajorStrides, sizeOf } from "../../array/strides.ts";
import type { TooLarge } from "../../table/too-large.ts";
import { MET, type Numbers } from "./value.ts";

/** An array, and sentences about what became of its elements. */
export interface JsonArray {
  readonly array: NdArray;
  readonly sentences: readonly string[];
}

type LargeNumbers = ReadonlyMap<number, bigint | TooLarge>;

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/**
 * The array that `np.array` would make of a list of numbers: bool, int64, uint64 or float64, exact to the last digit. Null is
 * NaN. Integers beyond 64 bits become float64, where NumPy would make objects of them.
 *
 * @param all every number of the file @param largeOnes those among them that float64 may not hold, by their place
 * @returns an array of its own, or `all` itself where it is that array.
 */
export function arrayOf(numbers: Numbers, all: NdArray, largeOnes: LargeNumbers): JsonArray {
  const { start, shape, met } = numbers;
  const size = sizeOf(shape);
  const within = [...largeOnes].filter(([at]) => at >= start && at < start + size);
  const large = within.filter((entry): entry is [number, bigint] => typeof entry[1] === "bigint");
  const dtype = jsonDtype(numbers, largeOnes);
  const values = (all.data as Float64Array).subarray(start, start + size);
  const strides = rowMajorStrides(shape);
  const sentences = sentencesOf(dtype, values, met, large, within.length - large.length);
  if (dtype === "float64" && start === 0 && all.size === size) {
    return { array: new NdArray(dtype, shape, strides, 0, all.data), sentences };
  }
  const array = empty(shape, dtype);
  fill(array, values);
  for (const [at, value] of large) if (dtype !== "float64") (array.data as BigInt64Array)[at - start] = value;
  return { array, sentences };
}

type JsonDtype = "bool" | "int64" | "uint64" | "float64";

/** The dtype of the array that `arrayOf` makes. */
export function jsonDtype({ start, shape, met }: Numbers, largeOnes: LargeNumbers): JsonDtype {
  const size = sizeOf(shape);
  if (size === 0 || met & (MET.float | MET.none)) return "float64";
  if (met === MET.bool) return "bool";
  const large = [...largeOnes].flatMap(([at, value]) => {
    return at >= start && at < start + size && typeof value === "bigint" ? [value] : [];
  });
  if (large.every((value) => value >= LEAST && value <= MOST)) return "int64";
  // int64 and uint64 have no common integer dtype: all of them must be beyond int64.
  const unsigned = large.length === size && large.every((value) => value > MOST && value < 2n ** 64n);
  return unsigned ? "uint64" : "float64";
}

function fill({ data, dtype }: NdArray, values: Float64Array): void {
  if (dtype === "float64" || dtype === "bool") (data as Float64Array).set(values);
  else for (let k = 0; k < values.length; k++) (data as BigInt64Array)[k] = exact(values[k] as number);
}

/** The large ones are written over what this gives for them. */
function exact(value: number): bigint {
  return Number.isSafeInteger(value) ? BigInt(value) : 0n;
}

function sentencesOf(
  dtype: JsonDtype,
  values: Float64Array,
  met: number,
  large: readonly (readonly [number, bigint])[],
  overflows: number,
): string[] {
  const sentences: string[] = [];
  if (met & MET.none) {
    const count = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
    sentences.push(`${count} missing element${count === 1 ? "" : "s"} (null or NaN) became NaN.`);
  }
  if (overflows > 0)
    sentences.push(`${overflows} number${overflows === 1 ? "" : "s"} too large for float64 became inf or -inf.`);
  const rounded = dtype === "float64" ? large.filter(([, value]) => BigInt(Number(value)) !== value).length : 0;
  if (rounded > 0) sentences.push(`${rounded} whole number${rounded === 1 ? "" : "s"} beyond 2^53 became the nearest float64.`);
  return sentences;
}
