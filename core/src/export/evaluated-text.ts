import type { NdArray } from "../array/ndarray.ts";
import type { Evaluated } from "../expression/index.ts";
import { indicesRepr } from "./numpy-repr.ts";
import { numpyText } from "./numpy-text.ts";

/** What an expression gives, as Python's `print` shows it: an array, a number, or the tuple of `np.unravel_index`. */
export function evaluatedText(value: Evaluated): string {
  if (value.kind !== "coordinates") return numpyText(value.array);
  const parts = value.arrays.map((each: NdArray) => indicesRepr(each));
  return `(${parts.join(", ")}${parts.length === 1 ? "," : ""})`;
}
