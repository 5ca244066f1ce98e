import type { Reduction } from "@argscope/core/contract/worker.ts";
import { compile, type Described, ExpressionError, toControls } from "@argscope/core/expression/index.ts";

/** What an expression means, or where and why it is not understood. Positions are UTF-16 units from 0. */
export type Understood =
  | { readonly kind: "reduction"; readonly reduction: Reduction }
  | { readonly kind: "array"; readonly text: string }
  | { readonly kind: "mistake"; readonly from: number; readonly to: number; readonly reason: string };

/** Longer text than anyone types is a pasted array: the worker reads it, this thread must stay free. */
const TYPED = 20_000;

/**
 * What the formula bar can do with a text: one arg-reduction of the whole `a`, or a new array (a list, `np.arange(12)`, …).
 *
 * @param a  what is open; null where nothing is.
 */
export function understand(text: string, a: Described | null): Understood {
  if (text.length > TYPED) return { kind: "array", text };
  try {
    const program = compile(text);
    if (program.source.kind !== "a" && program.final === null) return { kind: "array", text: text.trim() };
    if (a === null) return whole(text, "There is no array yet. Open a file, or type a list such as [91, 92, 93].");
    const controls = toControls(program, a);
    if (controls?.view !== "a") {
      return whole(text, "The window answers np.argmin, np.argmax, np.nanargmin and np.nanargmax of the whole a.");
    }
    const { operation, axis, nan, keepdims } = controls;
    return { kind: "reduction", reduction: { operation, axis, nan, keepdims } };
  } catch (error) {
    if (error instanceof ExpressionError) return mistake(error);
    throw error;
  }
}

function mistake({ start, end, name, message, tag }: ExpressionError): Understood {
  // NumPy's refusals keep their class, as Python shows them.
  return { kind: "mistake", from: start, to: end, reason: tag === "Format" ? message : `${name}: ${message}` };
}

function whole(text: string, reason: string): Understood {
  const from = text.length - text.trimStart().length;
  return { kind: "mistake", from, to: text.trimEnd().length, reason };
}
