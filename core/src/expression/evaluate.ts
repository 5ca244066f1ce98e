import { free } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";
import { unravelIndex } from "../array/unravel-index.ts";
import { argmax, argmin } from "../reduce/argreduce.ts";
import { nanargmax, nanargmin } from "../reduce/nan.ts";
import { placed } from "./expression-error.ts";
import type { Program, ReductionFinal, UnravelFinal } from "./program.ts";
import { reduceValues, ufuncOf } from "./value-reduction.ts";
import { describeView, isArray, viewOf } from "./view.ts";

/** What a program gives. `array` is the view itself, `indices` are intp, `values` have the view's dtype. */
export type Evaluated =
  | { readonly kind: "array" | "indices" | "values"; readonly array: NdArray }
  /** One array of indices per dimension, as `np.unravel_index` gives them in a tuple. */
  | { readonly kind: "coordinates"; readonly arrays: readonly NdArray[] };

/**
 * Evaluates a program as NumPy would evaluate its text. `a` is read, never written.
 *
 * @param a       the open array, or `null` where there is none.
 * @param control two words of shared memory, as those of `argmin`.
 * @returns new arrays, which the caller frees; only of kind `array` the result may be a view of `a`: then `data` is that of `a`.
 * @throws {ExpressionError} what NumPy refuses, with its name, its words, and the place in the text.
 * @throws {CancelledError} `control` said so.
 */
export function evaluate(program: Program, a: NdArray | null, control?: Int32Array): Evaluated {
  const view = viewOf(program, a);
  const { final } = program;
  if (final === null) return { kind: "array", array: view };
  try {
    if (final.kind === "unravel") return { kind: "coordinates", arrays: unravelled(final, view, a, control) };
    return { kind: final.kind, array: reduced(final, view, isArray(program, view), control) };
  } finally {
    if (view.data !== a?.data) free(view);
  }
}

const INDICES = { argmin: { numpy: argmin, skip: nanargmin }, argmax: { numpy: argmax, skip: nanargmax } };

function reduced(final: ReductionFinal, view: NdArray, fromArray: boolean, control?: Int32Array): NdArray {
  return placed(final.axisSpan, () => {
    if (final.kind === "values") return reduceValues(view, final, ufuncOf(final, fromArray), control);
    const { operation, nan, axis, keepdims } = final;
    return INDICES[operation][nan](view, axis, control ? { keepdims, control } : { keepdims });
  });
}

function unravelled(final: UnravelFinal, view: NdArray, a: NdArray | null, control?: Int32Array): readonly NdArray[] {
  const indices = final.of === null ? view : reduced(final.of, view, true, control);
  try {
    return placed(final, () => {
      const { shape } = final;
      return unravelIndex(indices, shape.kind === "lengths" ? shape.lengths : describeView(shape.program, a).shape);
    });
  } finally {
    if (final.of !== null) free(indices);
  }
}
