import type { NdArray } from "@argscope/core";
import { NOT_A_TIME } from "@argscope/core/array/datetime.ts";
import { elementOf } from "@argscope/core/array/element.ts";
import { halfToNumber } from "@argscope/core/array/half.ts";

/** How elements of an array compare, by their positions in `data`. */
export interface Likeness {
  /** NumPy's equality (0 equals -0), and NaN with NaN: a NaN that comes later lost by its place alone. */
  readonly same: (a: number, b: number) => boolean;
  /** NaN or NaT; `null` for a dtype that has neither. */
  readonly isNan: ((position: number) => boolean) | null;
}

export function likenessOf({ dtype, data }: NdArray): Likeness {
  const { kind, numbers } = elementOf(dtype);
  switch (kind) {
    case "float":
      return ofNumbers((position) => data[position] as number);
    case "half":
      return ofNumbers((position) => halfToNumber(data[position] as number));
    case "complex": {
      const real = ofNumbers((position) => data[2 * position] as number);
      const imaginary = ofNumbers((position) => data[2 * position + 1] as number);
      return {
        same: (a, b) => real.same(a, b) && imaginary.same(a, b),
        isNan: (position) => real.isNan(position) || imaginary.isNan(position),
      };
    }
    case "datetime":
    case "timedelta":
      return { same: (a, b) => data[a] === data[b], isNan: (position) => data[position] === NOT_A_TIME };
    case "bool":
      return { same: (a, b) => (data[a] !== 0) === (data[b] !== 0), isNan: null };
    default:
      return { same: (a, b) => sameNumbers(data, a * numbers, b * numbers, numbers), isNan: null };
  }
}

function ofNumbers(read: (position: number) => number): Likeness & { isNan: (position: number) => boolean } {
  return {
    same(a, b) {
      const x = read(a);
      const y = read(b);
      // Only NaN differs from itself.
      return x === y || (x !== x && y !== y);
    },
    isNan(position) {
      const x = read(position);
      return x !== x;
    },
  };
}

function sameNumbers(data: NdArray["data"], a: number, b: number, count: number): boolean {
  for (let k = 0; k < count; k++) if (data[a + k] !== data[b + k]) return false;
  return true;
}
