import { cutsOf } from "../array/slice.ts";
import type { ViewProgram, ViewStep } from "./program.ts";
import { type Described, describeView } from "./view.ts";

/**
 * Where the positions along a dimension of a view come from: position k is `start + k * step` along dimension `axis` of `a`.
 * `null` where they stand for no one dimension of `a`, as after a reshape, or were made, as by np.newaxis.
 */
export type Origin = { readonly axis: number; readonly start: number; readonly step: number } | null;

/**
 * The origin of every dimension of a view of `a`.
 *
 * @throws {ExpressionError} the view does not fit `a`.
 */
export function originsOf(program: ViewProgram, a: Described): readonly Origin[] {
  let origins: readonly Origin[] = a.shape.map((_, axis) => ({ axis, start: 0, step: 1 }));
  let { shape } = a;
  for (const [k, step] of program.steps.entries()) {
    const after = describeView({ ...program, steps: program.steps.slice(0, k + 1) }, a).shape;
    origins = through(step, origins, shape, after);
    shape = after;
  }
  return origins;
}

function through(
  step: ViewStep,
  origins: readonly Origin[],
  before: readonly number[],
  after: readonly number[],
): readonly Origin[] {
  switch (step.kind) {
    case "transpose":
      return (step.axes ?? before.map((_, k) => before.length - 1 - k)).map(
        (axis) => origins[axis < 0 ? axis + before.length : axis] ?? null,
      );
    case "slice":
      return cutsOf(step.index, before).flatMap((cut) => {
        if (cut.kind === "newaxis") return [null];
        const origin = origins[cut.axis] ?? null;
        if (cut.kind === "integer") return [];
        return [origin && { ...origin, start: origin.start + cut.start * origin.step, step: origin.step * cut.step }];
      });
    case "broadcast":
      return after.map((length, k) => {
        const own = k - (after.length - before.length);
        return before[own] === length ? (origins[own] ?? null) : null;
      });
    case "reshape":
      return isSame(before, after) ? origins : after.map(() => null);
  }
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((length, k) => length === other[k]);
}
