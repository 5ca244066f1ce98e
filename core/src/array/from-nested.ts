import { ValueError } from "../errors.ts";
import { unitOfTexts } from "./datetime-parse.ts";
import type { Dtype } from "./dtype.ts";
import { empty } from "./empty.ts";
import { inferDtype } from "./infer-dtype.ts";
import { MAX_NDIM } from "./limits.ts";
import type { NdArray } from "./ndarray.ts";
import { latin1 } from "./python-string.ts";
import { asciiBytes, pythonText } from "./python-text.ts";
import type { Complex } from "./scalar.ts";
import { writeScalar } from "./write-scalar.ts";

/** What `fromNested` takes as an element. `{ re, im }` is a complex number. */
type Leaf = number | bigint | boolean | string | Complex | Uint8Array;

/** An element, or a list of nested lists that all have the same lengths. */
export type NestedInput = Leaf | readonly NestedInput[];

/**
 * A new array in engine memory, in C order, from nested lists; a bare value makes a 0-d array.
 *
 * With `dtype` every element is converted as `np.array(nested, dtype)` does it. Without: booleans make bool, integer-valued numbers and bigints int64, other numbers float64, strings str. A
 * number beyond 2^53 counts as float64, for as an integer it is not exact; a bigint is exact up to uint64.
 * As in NumPy, one above int64 beside one that is not makes float64.
 *
 * @throws {ValueError} the lists are ragged, or nested more than 64 deep.
 * @throws {OverflowError} a value does not fit into `dtype`.
 * @throws {UnsupportedError} the values have no common dtype but NumPy's object, or text is mixed with numbers.
 * @example fromNested([[8, 92, 93], [94, 9, 7]]).shape // [2, 3]
 */
export function fromNested(nested: NestedInput, dtype?: Dtype): NdArray {
  const shape = shapeOf(nested);
  const leaves: Leaf[] = [];
  collect(nested, leaves);
  const type = dtype === undefined ? inferDtype(leaves) : completeDtype(dtype, leaves);
  const a = empty(shape, type);
  for (const [k, leaf] of leaves.entries()) writeScalar(type, a.data, k, leaf);
  return a;
}

/** What NumPy looks for in the values because the dtype leaves it open: the length of text, the unit of dates. */
function completeDtype(dtype: Dtype, leaves: readonly Leaf[]): Dtype {
  if (dtype === "str0") return `str${longest(leaves.map((leaf) => Array.from(pythonText(leaf)).length))}`;
  if (dtype === "bytes0") {
    return `bytes${longest(leaves.map((leaf) => (leaf instanceof Uint8Array ? leaf : asciiBytes(pythonText(leaf))).length))}`;
  }
  if (dtype !== "datetime64") return dtype;
  const texts = leaves.filter((leaf) => typeof leaf === "string" || leaf instanceof Uint8Array).map(plainText);
  const unit = unitOfTexts(texts);
  return unit === null ? dtype : `datetime64[${unit}]`;
}

function plainText(text: string | Uint8Array): string {
  return typeof text === "string" ? text : latin1(text);
}

/** NumPy gives empty text room for one character. */
function longest(lengths: readonly number[]): number {
  return lengths.reduce((most, length) => Math.max(most, length), 1);
}

function shapeOf(nested: NestedInput): number[] {
  const found = { ragged: false };
  const shape = commonShape(nested, 0, found);
  if (!found.ragged) return shape;
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  throw new ValueError(
    `setting an array element with a sequence. The requested array has an inhomogeneous shape after ${shape.length} dimensions. The detected shape was ${tuple} + inhomogeneous part.`,
  );
}

/** The dimensions on which all the lists inside `value` agree. */
function commonShape(value: NestedInput, depth: number, found: { ragged: boolean }): number[] {
  if (!isList(value)) return [];
  if (depth === MAX_NDIM) {
    throw new ValueError(
      `setting an array element with a sequence. The requested array would exceed the maximum number of dimension of ${MAX_NDIM}.`,
    );
  }
  let common: number[] | undefined;
  for (const inner of value) {
    const shape = commonShape(inner, depth + 1, found);
    if (common === undefined) {
      common = shape;
      continue;
    }
    let agreed = 0;
    while (agreed < common.length && common[agreed] === shape[agreed]) agreed++;
    if (agreed < common.length || agreed < shape.length) {
      found.ragged = true;
      common = common.slice(0, agreed);
    }
  }
  return [value.length, ...(common ?? [])];
}

function collect(value: NestedInput, leaves: Leaf[]): void {
  if (isList(value)) for (const inner of value) collect(inner, leaves);
  else leaves.push(value);
}

function isList(value: NestedInput): value is readonly NestedInput[] {
  return Array.isArray(value);
}
