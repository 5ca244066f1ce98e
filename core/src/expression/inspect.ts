import { sizeOf } from "../array/strides.ts";
import { ValueError } from "../errors.ts";
import { checkAxis } from "../reduce/check.ts";
import { resultShape } from "../reduce/result.ts";
import { placed } from "./expression-error.ts";
import type { Program, ReductionFinal } from "./program.ts";
import { ufuncOf } from "./value-reduction.ts";
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
  const described = describeView({ source, steps }, a);
  const { shape, dtype } = described;
  const view = { shape, dtype };
  if (final?.kind === "unravel") describeShape(final.shape, a);
  const reduction = final?.kind === "unravel" ? final.of : final;
  if (reduction === null) return { view, axis: null, shape };
  return placed(reduction.axisSpan, () => {
    const axis = axisIn(reduction, shape.length);
    const result = resultShape(shape, axis, reduction.keepdims);
    const length = axis === null ? sizeOf(shape) : (shape[axis] as number);
    if (length === 0) throw new ValueError(emptyReason(reduction, isArray({ source, steps }, described)));
    return { view, axis, shape: result };
  });
}

function describeShape(shape: Extract<Program["final"], { kind: "unravel" }>["shape"], a: Described | null): void {
  if (shape.kind === "shapeOf") describeView(shape.program, a);
}

// argmin makes a 0-d array 1-d; the ufuncs let 0 and -1 pass and name the dimension 0 for others.
function axisIn({ kind, nan, axis }: ReductionFinal, ndim: number): number | null {
  if (ndim > 0) return checkAxis(axis, ndim);
  if (axis !== 0 && axis !== -1) checkAxis(axis, kind === "indices" && nan === "numpy" ? 1 : 0);
  return null;
}

function emptyReason({ kind, operation, nan }: ReductionFinal, fromArray: boolean): string {
  if (kind === "indices") return `attempt to get ${operation} of an empty sequence`;
  return `zero-size array to reduction operation ${ufuncOf({ operation, nan }, fromArray)} which has no identity`;
}
