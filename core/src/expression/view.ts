import { broadcastTo } from "../array/broadcast.ts";
import type { Dtype } from "../array/dtype.ts";
import { elementOf } from "../array/element.ts";
import { free } from "../array/empty.ts";
import { NdArray } from "../array/ndarray.ts";
import { reshape } from "../array/reshape.ts";
import { slice } from "../array/slice.ts";
import { rowMajorStrides } from "../array/strides.ts";
import { transpose } from "../array/transpose.ts";
import { IndexError, UnsupportedError, ValueError } from "../errors.ts";
import { placed } from "./expression-error.ts";
import { layoutOf, make, makeLiteral } from "./make.ts";
import type { Shape, Source, ViewProgram, ViewStep } from "./program.ts";

/** What is known of the open array before its elements are looked at. */
export interface Described {
  readonly shape: readonly number[];
  readonly dtype: Dtype;
}

/**
 * The view that a program takes.
 *
 * @param a the open array, or `null`. Nothing is copied but by a `reshape` that has no strides of its own.
 * @returns a view of `a`, or of a new array: then `data` is not that of `a`, and the caller frees it.
 * @throws {ExpressionError} what NumPy refuses, in its words, with its place.
 */
export function viewOf({ source, steps }: ViewProgram, a: NdArray | null): NdArray {
  const lengthsOf = (shape: Shape) => lengthsUnder(shape, a);
  const made = placed(source, () => sourceArray(source, a, lengthsOf));
  let current = made;
  try {
    for (const [k, step] of steps.entries()) {
      const next = placed(step, () => stepped(current, step, isScalarAt(source, steps, k, current), lengthsOf));
      if (current.data !== next.data && current.data !== a?.data) free(current);
      current = next;
    }
  } catch (error) {
    if (current.data !== a?.data) free(current);
    throw error;
  }
  return current;
}

function sourceArray(source: Source, a: NdArray | null, lengthsOf: (shape: Shape) => readonly number[]): NdArray {
  if (source.kind === "literal") return makeLiteral(source);
  if (source.kind !== "a") return make(source, lengthsOf);
  if (a === null) throw new ValueError("There is no array yet: open a file, or type a list such as [91, 92, 93].");
  return a;
}

/**
 * The view as it would be, with no elements: for the page, which asks at every key.
 *
 * @throws {ExpressionError} as `viewOf`.
 */
export function describeView({ source, steps }: ViewProgram, a: Described | null): NdArray {
  const lengthsOf = (shape: Shape) => lengthsUnder(shape, a);
  let current = hollow(placed(source, () => described(source, a, lengthsOf)));
  for (const [k, step] of steps.entries()) {
    // In C order no reshape ever copies.
    const before = step.kind === "reshape" ? hollow(current) : current;
    current = placed(step, () => stepped(before, step, isScalarAt(source, steps, k, current), lengthsOf));
  }
  return current;
}

function described(source: Source, a: Described | null, lengthsOf: (shape: Shape) => readonly number[]): Described {
  if (source.kind === "a") {
    if (a === null) throw new ValueError("There is no array yet: open a file, or type a list such as [91, 92, 93].");
    return a;
  }
  if (source.kind !== "literal") return layoutOf(source, lengthsOf);
  const array = makeLiteral(source);
  free(array);
  return array;
}

const NOTHING = new Uint8Array(0);

/** An array with no elements behind it: its shape may be turned and cut, and nothing read. */
function hollow({ shape, dtype }: Described): NdArray {
  return new NdArray(dtype, shape, rowMajorStrides(shape), 0, NOTHING);
}

function lengthsUnder(shape: Shape, a: Described | null): readonly number[] {
  return shape.kind === "lengths" ? shape.lengths : describeView(shape.program, a).shape;
}

function stepped(array: NdArray, step: ViewStep, isScalar: boolean, lengthsOf: (shape: Shape) => readonly number[]): NdArray {
  if (step.kind === "transpose") return transpose(array, step.axes);
  // A scalar of text is a text of Python's: it counts characters, and has forgotten the width of its array.
  if (isScalar && /^(str|bytes)/.test(array.dtype)) throw new UnsupportedError("Argscope takes no view of a single text.");
  switch (step.kind) {
    case "reshape":
      return reshape(array, lengthsOf(step.shape));
    case "broadcast":
      return repeated(array, lengthsOf(step.shape));
    case "slice":
      return isScalar ? scalarSlice(array, step.index) : slice(array, step.index);
  }
}

/** Numbers count up to here without a gap. */
const MOST_ELEMENTS = 2 ** 53;

/** @see numpy/_core/src/multiarray/nditer_constr.c, npyiter_fill_axisdata; ctors.c, PyArray_NewFromDescr_int */
function repeated(array: NdArray, lengths: readonly number[]): NdArray {
  const view = broadcastTo(array, lengths);
  const { size, dtype } = view;
  const { Array: Elements, numbers } = elementOf(dtype);
  if (size >= 2 ** 63) throw new ValueError("iterator is too large");
  if (size * numbers * Elements.BYTES_PER_ELEMENT >= 2 ** 63) {
    throw new ValueError("array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.");
  }
  if (size > MOST_ELEMENTS)
    throw new UnsupportedError(`Argscope counts elements up to ${MOST_ELEMENTS}; this would be ${size}.`);
  return view;
}

// numpy/_core/src/multiarray/scalartypes.c.src, gen_arrtype_subscript: whatever the reason, a scalar says the same.
function scalarSlice(array: NdArray, index: string): NdArray {
  try {
    return slice(array, index);
  } catch {
    throw new IndexError("invalid index to scalar variable.");
  }
}

/** Whether a program's view is an array in NumPy: neither a scalar nor a bare list. */
export function isArray({ source, steps }: ViewProgram, view: NdArray): boolean {
  if (source.kind === "literal" && !source.isArray && steps.length === 0) return false;
  return !isScalarAt(source, steps, steps.length, view);
}

/** Whether NumPy has a scalar, and not an array of no dimension, before step `k`. */
function isScalarAt(source: Source, steps: readonly ViewStep[], k: number, current: NdArray): boolean {
  if (current.ndim > 0) return false;
  const made = steps.slice(0, k).findLast((step) => step.kind !== "transpose");
  if (made === undefined) return source.kind === "integers" && source.size === null;
  return made.kind === "slice" && made.onlyIntegers;
}
