import { callProgram } from "./compile-call.ts";
import { sliceStep } from "./compile-index.ts";
import { ExpressionError, type Span } from "./expression-error.ts";
import { FUNCTIONS, METHODS } from "./functions.ts";
import { literalValue } from "./literal-value.ts";
import { didYouMean } from "./nearest.ts";
import { parseExpression } from "./parse.ts";
import type { Program, ViewProgram } from "./program.ts";
import type { Attribute, Expression } from "./syntax.ts";
import { isNumpy } from "./values.ts";
import { listOperand, spanOf, withStep } from "./view-program.ts";

/**
 * What an expression of the formula bar means. Only names, calls and literals that stand in a list of ours have a meaning:
 * nothing is evaluated as code.
 *
 * @throws {ExpressionError} with the piece of the text and the reason; what NumPy refuses whatever the array, in its words.
 * @example compile("np.argmin(a[::-1].T, axis=-1)").final?.kind // "indices"
 */
export function compile(text: string): Program {
  const expression = parseExpression(text);
  const isLiteral = expression.kind !== "list" && literalValue(expression) !== null;
  if (isLiteral)
    throw new ExpressionError("This is a value and no array: an array is written as a list, such as [1, 2].", expression);
  return program(expression);
}

function program(expression: Expression): Program {
  switch (expression.kind) {
    case "name":
      if (expression.name === "a") return { source: { kind: "a", ...spanOf(expression) }, steps: [], final: null };
      throw unknownName(expression, expression.name);
    case "list":
      return { ...listOperand(expression), final: null };
    case "attribute":
      return attribute(expression);
    case "subscript":
      return withStep(view(expression.target), sliceStep(expression.entries, expression.index));
    case "call":
      return callProgram(expression, { program, view, unknownName });
    default:
      throw new ExpressionError("Here an array is needed: a, a view of it, or a list.", expression);
  }
}

/** An array or a view: no reduction stands in it. */
function view(expression: Expression): ViewProgram {
  if (expression.kind !== "name" && expression.kind !== "attribute" && literalValue(expression) !== null) {
    throw new ExpressionError("A list is no array yet: write np.array(…) around it.", expression);
  }
  const { source, steps, final } = program(expression);
  if (final !== null) throw new ExpressionError(ONE_REDUCTION, expression);
  return { source, steps };
}

const ONE_REDUCTION = "An expression has one reduction, and it comes last: take slices and views before it.";

function attribute(expression: Expression & Attribute): Program {
  const { target, name, word } = expression;
  if (isNumpy(target)) {
    if (FUNCTIONS.has(name)) throw new ExpressionError(`After np.${name} come its arguments in round brackets.`, word);
    throw new ExpressionError(`np.${name} is not known here${didYouMean(name, FUNCTIONS.keys())}.`, word);
  }
  const array = view(target);
  if (name === "T") return withStep(array, { kind: "transpose", axes: null, ...spanOf(word) });
  if (METHODS.has(name)) throw new ExpressionError(`After ${name} come its arguments in round brackets.`, word);
  if (name === "shape") {
    throw new ExpressionError("A shape stands as an argument only, as in np.unravel_index(np.argmin(a), a.shape).", word);
  }
  throw new ExpressionError(`An array has no ${name} here${didYouMean(name, ["T", ...METHODS.keys()])}.`, word);
}

function unknownName(span: Span, name: string): ExpressionError {
  if (name === "np" || name === "numpy")
    return new ExpressionError(`After ${name} comes a point and the name of a function.`, span);
  if (FUNCTIONS.has(name)) return new ExpressionError(`Write np.${name}.`, span);
  return new ExpressionError(`${name} is not known here${didYouMean(name, ["np", "numpy"])}: the array is called a.`, span);
}
