import type { Reduction } from "../contract/worker.ts";
import { inspect } from "./inspect.ts";
import type { Program, Shape, ViewProgram, ViewStep } from "./program.ts";
import type { Described } from "./view.ts";

/** What the window's controls can say: one arg-reduction of `a` or of a view of it. */
export interface Controls extends Reduction {
  /** The text of the view: `a`, `a[2:5]`, `a[::-1].T`. */
  readonly view: string;
  /** What stands between the brackets where the view is one slice of `a`, else `null`. */
  readonly slice: string | null;
}

/**
 * The controls that say the same as a program; `null` where none do: another source, other steps than views, min and its kin.
 *
 * @param a where it is given, the axis is counted from the front, and `null` for an array without dimensions.
 * @throws {ExpressionError} the program does not fit `a`.
 */
export function toControls(program: Program, a?: Described): Controls | null {
  const { source, steps, final } = program;
  if (source.kind !== "a" || final?.kind !== "indices") return null;
  const { operation, nan, keepdims } = final;
  const axis = a === undefined ? final.axis : inspect(program, a).axis;
  const [only] = steps;
  const slice = only?.kind === "slice" && steps.length === 1 ? only.index : null;
  return { operation, axis, nan, keepdims, view: viewText(program), slice };
}

/**
 * The NumPy line of a reduction: what the controls write into the formula bar.
 *
 * @param view the text of the array or view that is reduced.
 * @example fromControls({ operation: "argmin", axis: 0, nan: "numpy", keepdims: false }) // "np.argmin(a, axis=0)"
 */
export function fromControls({ operation, axis, nan, keepdims }: Reduction, view = "a"): string {
  const name = nan === "skip" ? `nan${operation}` : operation;
  const parts = [view, ...(axis === null ? [] : [`axis=${axis}`]), ...(keepdims ? ["keepdims=True"] : [])];
  return `np.${name}(${parts.join(", ")})`;
}

function viewText({ steps }: ViewProgram): string {
  return `a${steps.map(stepText).join("")}`;
}

function stepText(step: ViewStep): string {
  if (step.kind === "slice") return `[${step.index}]`;
  if (step.kind === "reshape") return `.reshape(${shapeText(step.shape)})`;
  return step.axes === null ? ".T" : `.transpose(${step.axes.length === 0 ? "()" : step.axes.join(", ")})`;
}

function shapeText(shape: Shape): string {
  if (shape.kind === "lengths") return shape.lengths.length === 0 ? "()" : shape.lengths.join(", ");
  // Only a view of `a` has a text of its own here; the shape of anything else is not in the controls' reach.
  return `${viewText(shape.program)}.shape`;
}
