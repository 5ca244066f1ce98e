import type { Reduction } from "../contract/worker.ts";
import { inspect } from "./inspect.ts";
import type { Program, Shape, ViewProgram, ViewStep } from "./program.ts";
import type { Described } from "./view.ts";

/**
 * The setting of the window's controls that says the same as a program; `null` where none does: another source, min and its kin.
 *
 * @param a where it is given, the axis is counted from the front, and `null` for an array without dimensions.
 * @throws {ExpressionError} the program does not fit `a`.
 */
export function toControls(program: Program, a?: Described): Reduction | null {
  const { source, final } = program;
  if (source.kind !== "a" || final?.kind !== "indices") return null;
  const { operation, nan, keepdims } = final;
  const axis = a === undefined ? final.axis : inspect(program, a).axis;
  return { operation, axis, nan, keepdims, of: viewText(program) };
}

/**
 * The NumPy line of a reduction: what the controls write into the formula bar.
 *
 * @example fromControls({ operation: "argmin", axis: 0, nan: "numpy", keepdims: false, of: "a" }) // "np.argmin(a, axis=0)"
 */
export function fromControls({ operation, axis, nan, keepdims, of }: Reduction): string {
  const name = nan === "skip" ? `nan${operation}` : operation;
  const parts = [of, ...(axis === null ? [] : [`axis=${axis}`]), ...(keepdims ? ["keepdims=True"] : [])];
  return `np.${name}(${parts.join(", ")})`;
}

/** The text of a view of `a`. */
export function viewText({ steps }: ViewProgram): string {
  return steps.reduce(withStep, "a");
}

function withStep(before: string, step: ViewStep): string {
  switch (step.kind) {
    case "slice":
      return `${before}[${step.index}]`;
    case "reshape":
      return `${before}.reshape(${shapeText(step.shape)})`;
    case "broadcast":
      return `np.broadcast_to(${before}, ${shapeArgument(step.shape)})`;
    case "transpose":
      return `${before}${step.axes === null ? ".T" : `.transpose(${step.axes.length === 0 ? "()" : step.axes.join(", ")})`}`;
  }
}

function shapeText(shape: Shape): string {
  if (shape.kind === "lengths") return shape.lengths.length === 0 ? "()" : shape.lengths.join(", ");
  // Only a view of `a` has a text of its own here; the shape of anything else is not in the controls' reach.
  return `${viewText(shape.program)}.shape`;
}

function shapeArgument(shape: Shape): string {
  return shape.kind === "lengths" ? tupleText(shape.lengths) : shapeText(shape);
}

/** A tuple as Python writes it: `(5,)` for one length. */
function tupleText(lengths: readonly number[]): string {
  return lengths.length === 1 ? `(${lengths[0]},)` : `(${lengths.join(", ")})`;
}
