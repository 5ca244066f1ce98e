import { pythonString } from "../array/python-string.ts";
import { floatScalar } from "../export/numpy-float.ts";
import type { Entry, Expression } from "./syntax.ts";

/** The text of a tree, with one space after commas and none else: what parses to the same tree again. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "none":
      return "None";
    case "bool":
      return expression.value ? "True" : "False";
    case "int":
      return String(expression.value);
    case "float":
      return floatText(expression.value);
    case "str":
      return pythonString(expression.value);
    case "name":
      return expression.name;
    case "negative":
      return `-${printExpression(expression.operand)}`;
    case "list":
      return `[${list(expression.items)}]`;
    case "tuple":
      return `(${list(expression.items)}${expression.items.length === 1 ? "," : ""})`;
    case "attribute":
      return `${target(expression.target)}.${expression.name}`;
    case "call": {
      const given = expression.arguments.map(({ name, value }) => (name === null ? "" : `${name}=`) + printExpression(value));
      return `${target(expression.callee)}(${given.join(", ")})`;
    }
    case "subscript":
      return `${target(expression.target)}[${printIndex(expression.entries)}]`;
  }
}

/** What stands between the square brackets. */
function printIndex(entries: readonly Entry[]): string {
  return entries.map(printEntry).join(", ");
}

function printEntry(entry: Entry): string {
  if (entry.kind === "ellipsis") return "...";
  if (entry.kind === "at") return printExpression(entry.value);
  const bound = (part: Expression | null) => (part === null ? "" : printExpression(part));
  return `${bound(entry.from)}:${bound(entry.to)}${entry.step === null ? "" : `:${bound(entry.step)}`}`;
}

function list(items: readonly Expression[]): string {
  return items.map(printExpression).join(", ");
}

// A point behind a number would be read as part of it, and a sign in front holds all that follows.
function target(expression: Expression): string {
  const text = printExpression(expression);
  return ["int", "float", "negative"].includes(expression.kind) ? `(${text})` : text;
}

// Python has no literal for infinity; a number too large for float64 is one.
function floatText(value: number): string {
  if (Number.isFinite(value)) return floatScalar("float64", value);
  return value > 0 ? "1e999" : "-1e999";
}
