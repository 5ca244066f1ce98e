import type { NdArray } from "../array/ndarray.ts";
import { sizeOf } from "../array/strides.ts";
import { ValueError } from "../errors.ts";
import { checkAxis, checkOrdered } from "../reduce/check.ts";
import { resultShape } from "../reduce/result.ts";
import { placed } from "./expression-error.ts";
import type { Program, ReductionFinal, Shape } from "./program.ts";
import { checkValues, ufuncOf } from "./value-reduction.ts";
import { type Described, describeView, isArray } from "./view.ts";

/** What can be said of a program before an element is looked at. */
export interface Inspected {
  /** Of the view, before it is reduced. */
  readonly view: Described;
  /** The reduction's axis counted from the front; `null` for the whole view, and where there is no reduction. */
  readonly axis: number | null;
  /** Of the indices or values; of the view where nothing reduces it. */
  readonly shape: readonly number[];
}

/**
 * Looks at a program's shapes: cheap whatever the array's size, for a check at every key.
 *
 * @param a shape and dtype of the open array, or `null`.
 * @throws {ExpressionError} an index, a shape or an axis does not fit, or a lane is empty; NumPy's words, with the place.
 */
export function inspect({ source, steps, final }: Program, a: Described | null): Inspected {
  const array = describeView({ source, steps }, a);
  const { shape, dtype } = array;
  const view = { shape, dtype };
  if (final?.kind === "unravel") describeShape(final.shape, a);
  const reduction = final?.kind === "unravel" ? final.of : final;
  if (reduction === null) return { view, axis: null, shape };
  return placed(reduction.axisSpan, () => {
    if (reduction.kind === "indices") return { view, ...checkIndices(array, reduction) };
    return { view, ...checkValues(view, reduction, ufuncOf(reduction, isArray({ source, steps }, array))) };
  });
}

function describeShape(shape: Shape, a: Described | null): void {
  if (shape.kind === "shapeOf") describeView(shape.program, a);
}

/** The checks of argmin and its kin, without the elements; in their order, so that they refuse in the same words. */
function checkIndices(view: NdArray, { operation, nan, axis, keepdims }: ReductionFinal): Omit<Inspected, "view"> {
  const { shape } = view;
  const checked = skipsNan(view, nan) ? axisOfUfunc(axis, shape.length) : checkAxis(axis, Math.max(shape.length, 1));
  checkOrdered(view);
  const counted = shape.length === 0 ? null : checked;
  if ((counted === null ? sizeOf(shape) : shape[counted]) === 0) {
    throw new ValueError(`attempt to get ${operation} of an empty sequence`);
  }
  return { axis: counted, shape: resultShape(shape, counted, keepdims) };
}

// Where there is no NaN to skip, nanargmin is argmin (numpy/lib/_nanfunctions_impl.py, _replace_nan).
function skipsNan({ shape, dtype }: Described, nan: ReductionFinal["nan"]): boolean {
  return nan === "skip" && /^(float|complex)/.test(dtype) && sizeOf(shape) > 0;
}

// The ufuncs let 0 and -1 pass for an array without dimensions, and name the dimension 0 for others; argmin makes it 1-d.
function axisOfUfunc(axis: number | null, ndim: number): number | null {
  return ndim === 0 && (axis === 0 || axis === -1) ? null : checkAxis(axis, ndim);
}
