import type { Literal } from "../formats/literal/literal.ts";
import { ExpressionError } from "./expression-error.ts";
import type { Expression } from "./syntax.ts";
import { isNumpy } from "./values.ts";

/**
 * The literal that an expression is: numbers, text, booleans, nan and inf, in nested lists and tuples; `null` where it is
 * something else at its outermost.
 *
 * @throws {ExpressionError} a list holds what is no element.
 */
export function literalValue(expression: Expression): Literal | null {
  const at = expression.start;
  switch (expression.kind) {
    case "int":
      return { kind: "int", at, value: expression.value };
    case "float":
      return { kind: "float", at, value: expression.value };
    case "bool":
      return { kind: "bool", at, value: expression.value };
    case "str":
      return { kind: "str", at, value: expression.value };
    case "list":
    case "tuple":
      return { kind: expression.kind, at, items: expression.items.map(element) };
    case "negative": {
      const number = literalValue(expression.operand);
      return number?.kind === "float" ? { ...number, at, value: -number.value } : null;
    }
    case "name":
      return named(expression.name, at);
    case "attribute":
      return isNumpy(expression.target) ? named(expression.name, at) : null;
    default:
      return null;
  }
}

function element(item: Expression): Literal {
  const literal = literalValue(item);
  if (literal === null) throw new ExpressionError("A list holds numbers, text, True, False and lists of them.", item);
  return literal;
}

function named(name: string, at: number): Literal | null {
  if (name === "nan") return { kind: "float", at, value: Number.NaN };
  return name === "inf" ? { kind: "float", at, value: Number.POSITIVE_INFINITY } : null;
}
