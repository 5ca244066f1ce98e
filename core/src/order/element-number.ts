import { elementOf } from "../array/element.ts";
import { halfToNumber } from "../array/half.ts";
import type { NdArray } from "../array/ndarray.ts";

/** Reads elements of a block as numbers, by their position in elements. Of complex ones a part; not for 64-bit integers. */
export function elementNumber({ dtype, data }: NdArray, part: "re" | "im" = "re"): (position: number) => number {
  const numbers = data as Float64Array;
  switch (elementOf(dtype).kind) {
    case "half":
      return (at) => halfToNumber(numbers[at] as number);
    case "complex": {
      const offset = part === "re" ? 0 : 1;
      return (at) => numbers[2 * at + offset] as number;
    }
    default:
      return (at) => numbers[at] as number;
  }
}
