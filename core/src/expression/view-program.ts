import { ExpressionError, type Span } from "./expression-error.ts";
import { literalValue } from "./literal-value.ts";
import type { Program, ViewProgram, ViewStep } from "./program.ts";
import type { Expression } from "./syntax.ts";

/** A list, or another literal, where NumPy makes an array of it. */
export function listOperand(expression: Expression): ViewProgram {
  const literal = literalValue(expression);
  if (literal === null) throw new ExpressionError("Here a list is needed.", expression);
  return { source: { kind: "literal", literal, dtype: null, isArray: false, ...spanOf(expression) }, steps: [] };
}

export function withStep({ source, steps }: ViewProgram, step: ViewStep): Program {
  return { source, steps: [...steps, step], final: null };
}

/** Where in the text a program's array stands, with all of its views. */
export function viewSpan({ source, steps }: ViewProgram): Span {
  const spans = [source, ...steps];
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}
