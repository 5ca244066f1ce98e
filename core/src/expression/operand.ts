import type { Dtype } from "../array/dtype.ts";
import { cutsOf } from "../array/slice.ts";
import { compile } from "./compile.ts";
import { viewText } from "./controls.ts";
import { ExpressionError } from "./expression-error.ts";
import type { ViewProgram, ViewStep } from "./program.ts";
import { type Described, describeView } from "./view.ts";

/**
 * What an operand takes along one dimension of its base: `count` positions from `start` on. `axis` is the operand's own
 * dimension; `null` where an integer took the dimension away, then `count` is 1.
 */
export interface Taken {
  readonly start: number;
  readonly count: number;
  readonly axis: number | null;
}

/** What an operand takes of its base, one entry for each dimension of the base. */
export type Region = readonly Taken[];

/**
 * What a reduction is asked of: a view of `a`, told apart into a base and a region of it.
 *
 * The region is what plain slices and integers at the end of the text take: the base can be shown whole with the region
 * marked in it. The base is `a`, or, where steps, transposes, reshapes or new axes stand in the text, all up to the last of them.
 */
export interface Operand extends Described {
  /** The whole text, written as we write it: `a[3:, 0]`. */
  readonly text: string;
  /** The text of the base: `a`, `a[::-1].T`. */
  readonly base: string;
  readonly region: Region;
}

/**
 * Understands the text of a view of `a`.
 *
 * @param a shape and dtype of the open array.
 * @throws {ExpressionError} it is no view of `a`, or does not fit it, with the reason and its place.
 * @example operandOf("a[2:5].T[0]", { shape: [9, 3], dtype: "float64" }).base // "a[2:5].T"
 */
export function operandOf(text: string, a: Described): Operand {
  const program = compile(text);
  if (program.source.kind !== "a" || program.final !== null) {
    throw new ExpressionError("Here a or a view of it is needed, such as a[10:500].", { start: 0, end: text.length });
  }
  return operandIn(program, a);
}

/** The same of a program that is already compiled; what reduces it is not looked at. */
export function operandIn({ source, steps }: ViewProgram, a: Described): Operand {
  const view = describeView({ source, steps }, a);
  let base = 0;
  let lengths = a.shape;
  let region = wholeRegion(lengths);
  for (const [k, step] of steps.entries()) {
    const inside = regionThrough(step, region, shapeOf(region));
    if (inside !== null) region = inside;
    else {
      base = k + 1;
      lengths = describeView({ source, steps: steps.slice(0, base) }, a).shape;
      region = wholeRegion(lengths);
    }
  }
  return {
    text: viewText({ source, steps }),
    base: viewText({ source, steps: steps.slice(0, base) }),
    region,
    shape: view.shape,
    dtype: view.dtype as Dtype,
  };
}

/** The region that takes everything. */
export function wholeRegion(lengths: readonly number[]): Region {
  return lengths.map((count, axis) => ({ start: 0, count, axis }));
}

function shapeOf(region: Region): number[] {
  return region.filter(({ axis }) => axis !== null).map(({ count }) => count);
}

/** The smaller region that a plain slice takes; `null` where the step is something else. */
function regionThrough(step: ViewStep, region: Region, lengths: readonly number[]): Region | null {
  if (step.kind !== "slice") return null;
  const cuts = cutsOf(step.index, lengths);
  if (cuts.some((cut) => cut.kind === "newaxis" || (cut.kind === "range" && cut.step !== 1))) return null;
  let axis = 0;
  return region.map((taken) => {
    const cut = cuts.find((each) => each.kind !== "newaxis" && each.axis === taken.axis);
    if (cut === undefined || cut.kind === "newaxis") return taken;
    const start = taken.start + cut.start;
    return cut.kind === "integer" ? { start, count: 1, axis: null } : { start, count: cut.count, axis: axis++ };
  });
}
