import { elementOf } from "../../src/array/element.ts";
import { type Complex, readScalar } from "../../src/array/scalar.ts";
import { type Evaluated, ExpressionError } from "../../src/expression/index.ts";
import type { NdArray } from "../../src/index.ts";

/** An answer as `oracle.py` describes it. */
export type Described =
  | { readonly dtype: string; readonly shape: readonly number[]; readonly values: readonly unknown[] }
  | { readonly tuple: readonly Described[] }
  | { readonly error: string; readonly message: string };

export function described(evaluated: Evaluated): Described {
  return evaluated.kind === "coordinates" ? { tuple: evaluated.arrays.map(ofArray) } : ofArray(evaluated.array);
}

export function outcome(evaluate: () => Evaluated): Described {
  try {
    return described(evaluate());
  } catch (error) {
    if (error instanceof ExpressionError) return { error: error.name, message: withoutWidths(error.message) };
    throw error;
  }
}

/** The dtypes in a message without the widths of text: a scalar of text in NumPy forgets that of its array. */
export function withoutWidths(message: string): string {
  return message.replace(/<U\d+/g, "<U").replace(/'S\d+/g, "'S");
}

function ofArray(array: NdArray): Described {
  const { kind } = elementOf(array.dtype);
  const values: unknown[] = [];
  collect(array, 0, array.offset, (position) => values.push(plain(array, kind, position)));
  return { dtype: dtypeName(array), shape: array.shape, values };
}

/** A scalar of text in NumPy forgets the width of its array. */
function dtypeName({ dtype, ndim }: NdArray): string {
  if (dtype === "intp") return "int64";
  return ndim === 0 ? dtype.replace(/^(str|bytes)\d+$/, "$1") : dtype;
}

function collect(array: NdArray, axis: number, position: number, take: (position: number) => void): void {
  if (axis === array.ndim) {
    take(position);
    return;
  }
  const stride = array.strides[axis] as number;
  for (let k = 0; k < (array.shape[axis] as number); k++) collect(array, axis + 1, position + k * stride, take);
}

function plain(array: NdArray, kind: string, position: number): unknown {
  if (kind === "datetime" || kind === "timedelta") return String(array.data[position]);
  const value = readScalar(array.dtype, array.data, position);
  if (kind === "complex") {
    // Which of several NaN comes out depends on the order in memory.
    const parts = [number((value as Complex).re), number((value as Complex).im)];
    return parts.includes("nan") ? "nan" : parts;
  }
  if (kind === "bytes") return Array.from(value as Uint8Array);
  if (kind === "bool" || kind === "str") return value;
  return kind === "float" || kind === "half" ? number(value as number) : String(value);
}

/** NumPy is free in the sign of the zero that min answers. */
function number(value: number): number | string {
  if (Number.isFinite(value)) return value === 0 ? 0 : value;
  return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
}
