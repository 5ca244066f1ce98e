import type { Reduction } from "@argscope/core/contract/worker.ts";
import {
  compile,
  type Described,
  ExpressionError,
  inspect,
  operandIn,
  type Program,
  toControls,
  viewSpan,
} from "@argscope/core/expression/index.ts";

/** What an expression means, or where and why it is not understood. Positions are UTF-16 units from 0. */
export type Understood =
  /** The controls can say it. */
  | { readonly kind: "reduction"; readonly reduction: Reduction }
  /** A view of `a`, to be asked what the controls say. */
  | { readonly kind: "view"; readonly of: string }
  /** A value beyond the controls, such as a minimum; they say what finds it, where anything is reduced. */
  | { readonly kind: "value"; readonly text: string; readonly reduction: Reduction | null }
  /** A new array, and what is asked of it as `a`; "" for nothing. */
  | { readonly kind: "array"; readonly text: string; readonly asks: string }
  | { readonly kind: "mistake"; readonly from: number; readonly to: number; readonly reason: string };

/** Longer text than anyone types is a pasted array: the worker reads it, this thread must stay free. */
const TYPED = 20_000;

/**
 * What the formula bar can do with a text.
 *
 * @param a  what is open; null where nothing is.
 */
export function understand(text: string, a: Described | null): Understood {
  if (text.length > TYPED) return { kind: "array", text, asks: "" };
  try {
    return meaning(compile(text), text, a);
  } catch (error) {
    if (error instanceof ExpressionError) return mistake(error);
    throw error;
  }
}

function meaning(program: Program, text: string, a: Described | null): Understood {
  if (program.source.kind !== "a") return newArray(program, text);
  if (a === null) return whole(text, "There is no array yet. Open a file, or type a list such as [91, 92, 93].");
  const { axis } = inspect(program, a);
  const { text: of } = operandIn(program, a);
  const { final } = program;
  if (final === null) return { kind: "view", of };
  const reduction = toControls(program, a);
  if (reduction !== null) return { kind: "reduction", reduction };
  const reducing = final.kind === "unravel" ? final.of : final;
  if (reducing === null) return { kind: "value", text: text.trim(), reduction: null };
  const { operation, nan, keepdims } = reducing;
  return { kind: "value", text: text.trim(), reduction: { operation, axis, nan, keepdims, of } };
}

/** A list or a maker becomes the array; what is asked of it is then asked of `a`. */
function newArray(program: Program, text: string): Understood {
  // Looked at whole, so that nothing is opened for a question that has no answer.
  inspect(program, null);
  if (program.final === null) return { kind: "array", text: text.trim(), asks: "" };
  const { start, end } = viewSpan(program);
  return { kind: "array", text: text.slice(start, end), asks: `${text.slice(0, start)}a${text.slice(end)}` };
}

function mistake({ start, end, name, message, tag }: ExpressionError): Understood {
  // NumPy's refusals keep their class, as Python shows them.
  return { kind: "mistake", from: start, to: end, reason: tag === "Format" ? message : `${name}: ${message}` };
}

function whole(text: string, reason: string): Understood {
  const from = text.length - text.trimStart().length;
  return { kind: "mistake", from, to: text.trimEnd().length, reason };
}
