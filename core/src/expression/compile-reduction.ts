import type { Bound } from "./bind.ts";
import { ExpressionError, type Span } from "./expression-error.ts";
import { reductionOf } from "./functions.ts";
import type { ReductionFinal } from "./program.ts";
import { axisValue, booleanValue } from "./values.ts";

/**
 * The reduction that a call of one of the eight functions asks for.
 *
 * @throws {ExpressionError} `out`, `initial` or `where` is given, or an axis that is none.
 */
export function reductionFinal(name: string, bound: Bound, call: Span): ReductionFinal {
  const reduction = reductionOf(name);
  if (reduction === undefined) throw new ExpressionError(`${name} is no reduction.`, call);
  const { answers, operation, nan } = reduction;
  const out = bound.get("out");
  if (out !== undefined && out.kind !== "none") {
    throw new ExpressionError("Argscope makes a new array for the answer: leave out= away.", out);
  }
  for (const option of ["initial", "where"]) {
    const given = bound.get(option);
    if (given) throw new ExpressionError(`Argscope takes every element, so ${option}= has no place here.`, given);
  }
  const axis = bound.get("axis");
  if (axis?.kind === "tuple" && answers === "values") {
    throw new ExpressionError("Argscope reduces along one axis, or along None for all.", axis);
  }
  const keepdims = bound.get("keepdims");
  // argmin and argmax are checked by their own converter, the others by that of the ufuncs.
  const refusal = answers === "indices" && nan === "numpy" ? "an integer is required for the axis" : "an integer is required";
  const { start, end } = call;
  return {
    kind: answers,
    operation,
    nan,
    axis: axis === undefined ? null : axisValue(axis, refusal),
    keepdims: keepdims !== undefined && booleanValue("keepdims", keepdims),
    axisSpan: axis === undefined ? { start, end } : { start: axis.start, end: axis.end },
    start,
    end,
  };
}
