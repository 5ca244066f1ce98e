import { elementOf } from "./element.ts";
import { halfToNumber } from "./half.ts";
import type { NdArray } from "./ndarray.ts";

/** How elements of an array compare, by their positions in `data`. */
export interface Likeness {
  /** NumPy's equality (0 equals -0), and NaN with NaN: a NaN that comes later lost by its place alone. */
  readonly same: (a: number, b: number) => boolean;
  /** NaN or NaT; `null` for a dtype that has neither. */
  readonly isNan: ((position: number) => boolean) | null;
}

export function likenessOf({ dtype, data }: Pick<NdArray, "dtype" | "data">): Likeness {
  const { kind, numbers } = elementOf(dtype);
  switch (kind) {
    case "float":
      return ofFloats(data as Float64Array);
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
    case "bool":
      return { same: (a, b) => (data[a] !== 0) === (data[b] !== 0), isNan: null };
    case "bigint":
    case "biguint":
      return { same: sameNumbers(halvesOf(data), 2), isNan: null };
    case "datetime":
    case "timedelta": {
      const halves = halvesOf(data);
      // NaT is the smallest 64-bit integer: its upper half alone is not 0.
      return {
        same: sameNumbers(halves, 2),
        isNan: (position) => halves[2 * position + 1] === -0x80000000 && halves[2 * position] === 0,
      };
    }
    default:
      return { same: sameNumbers(data as Uint8Array | Uint32Array, numbers), isNan: null };
  }
}

/** A BigInt made for every element would cost ten times the comparison: 64 bits are compared as two times 32. */
function halvesOf({ buffer, byteOffset, length }: NdArray["data"]): Int32Array {
  return new Int32Array(buffer, byteOffset, 2 * length);
}

/** The same as `ofNumbers`, without a call for each number: floats are what most arrays hold. */
function ofFloats(data: Float32Array | Float64Array): Likeness {
  return {
    same(a, b) {
      const x = data[a] as number;
      const y = data[b] as number;
      // Only NaN differs from itself.
      return x === y || (x !== x && y !== y);
    },
    isNan(position) {
      const x = data[position] as number;
      return x !== x;
    },
  };
}

function ofNumbers(read: (position: number) => number): Likeness & { isNan: (position: number) => boolean } {
  return {
    same(a, b) {
      const x = read(a);
      const y = read(b);
      return x === y || (x !== x && y !== y);
    },
    isNan(position) {
      const x = read(position);
      return x !== x;
    },
  };
}

function sameNumbers(data: Int32Array | Uint32Array | Uint8Array, count: number): (a: number, b: number) => boolean {
  return (a, b) => {
    for (let k = 0; k < count; k++) if (data[a * count + k] !== data[b * count + k]) return false;
    return true;
  };
}
