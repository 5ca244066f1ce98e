import { halfToNumber } from "../array/half.ts";
import type { Counter } from "./tally.ts";

/** Floats are added in float64 whatever their own width, each with what its rounding leaves over (see `TwoSum`). */
export function floatCounter(data: Float64Array | Float32Array | Uint16Array, isHalf: boolean): Counter {
  let [cells, missing, sum, rest] = [0, 0, 0, 0];
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return {
    add(start, count, stride) {
      cells += count;
      // In variables of its own the loop runs in registers.
      let [total, lost, least, most, nans] = [sum, rest, min, max, 0];
      for (let k = 0, position = start; k < count; k++, position += stride) {
        const bits = data[position] as number;
        const value = isHalf ? halfToNumber(bits) : bits;
        // Only NaN differs from itself.
        if (value !== value) {
          nans++;
          continue;
        }
        if (value < least) least = value;
        if (value > most) most = value;
        const next = total + value;
        const part = next - total;
        lost += total - (next - part) + (value - part);
        total = next;
      }
      [sum, rest, min, max] = [total, lost, least, most];
      missing += nans;
    },
    result: () => ({ kind: "float", cells, missing, min, max, sum, rest: Number.isFinite(sum) ? rest : 0 }),
  };
}
