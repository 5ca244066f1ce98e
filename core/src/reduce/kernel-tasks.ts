import { STAGED } from "../memory/scratch.ts";
import { type Dimension, type Geometry, moved, type Origin } from "./kernel-geometry.ts";

/** One kernel call: a box of a geometry that takes little time and answers into the staging area. */
export interface Task {
  readonly origin: Origin;
  /** Elements of each lane that the call looks at. */
  readonly length: number;
  readonly count: number;
  readonly outer: number;
}

/** How many bytes one task should read. */
export interface Budget {
  readonly task: number;
  /** Columns are worth longer tasks, because each piece of a lane is started anew. */
  readonly columns: number;
  /** Columns in a task that has only some of a row's, in bytes of a row: enough to read memory in long runs. */
  readonly strip: number;
}

const MB = 1024 * 1024;

/** For data that is read where it is: a few milliseconds at most, so that progress shows and a cancel is heard. */
export const IN_PLACE: Budget = { task: 8 * MB, columns: 64 * MB, strip: 65_536 };
/** For data that is copied first: what stays in the second-level cache. */
export const COPIED: Budget = { task: MB / 2, columns: MB / 2, strip: 4096 };

/** Into how many pieces of at most `most` a length goes. They are of nearly the same size, so none is very small. */
const pieces = (length: number, most: number) => Math.ceil(length / Math.max(1, Math.min(length, Math.floor(most))));

/** How finely a geometry is cut. */
export interface Cuts {
  readonly lane: number;
  readonly count: number;
  readonly outer: number;
}

/** @param share  at least so many tasks, where the work is large enough. */
export function cutsOf({ shape, lane, count, outer }: Geometry, itemsize: number, budget: Budget, share: number): Cuts {
  const bytes = lane.length * itemsize;
  if (shape === "columns") {
    const whole = bytes * count.length;
    if (whole <= budget.task && count.length <= STAGED) {
      return { lane: 1, count: 1, outer: pieces(outer.length, Math.min(budget.task / whole, STAGED / count.length)) };
    }
    const strip = Math.min(STAGED, Math.max(budget.strip / itemsize, budget.task / bytes));
    const perCount = pieces(count.length, strip);
    const calls = perCount * outer.length;
    const most = Math.min(budget.columns, Math.max(budget.task, (whole * outer.length) / share));
    const rows =
      calls >= share && whole / perCount <= budget.columns ? lane.length : most / (Math.min(strip, count.length) * itemsize);
    return { lane: pieces(lane.length, rows), count: perCount, outer: outer.length };
  }
  const perLane = pieces(lane.length, budget.task / itemsize);
  const lanes = Math.max(1, Math.min(STAGED, budget.task / bytes));
  const perCount = pieces(count.length, lanes);
  return { lane: perLane, count: perCount, outer: perCount > 1 ? outer.length : pieces(outer.length, lanes / count.length) };
}

/** Every task of a geometry, in memory order as far as the cuts allow. */
export function* tasksOf(geometry: Geometry, cuts: Cuts): Generator<Task> {
  for (const origin of originsOf(geometry.origin, geometry.rest)) {
    for (const outer of partsOf(geometry.outer, cuts.outer, origin)) {
      for (const count of partsOf(geometry.count, cuts.count, outer.origin)) {
        for (const lane of partsOf(geometry.lane, cuts.lane, count.origin)) {
          yield { origin: lane.origin, length: lane.length, count: count.length, outer: outer.length };
        }
      }
    }
  }
}

function* originsOf(origin: Origin, rest: readonly Dimension[]): Generator<Origin> {
  const [dimension, ...others] = rest;
  if (!dimension) {
    yield origin;
    return;
  }
  for (let k = 0; k < dimension.length; k++) yield* originsOf(moved(origin, dimension, k), others);
}

function* partsOf(dimension: Dimension, parts: number, origin: Origin): Generator<{ origin: Origin; length: number }> {
  let from = 0;
  for (let part = 1; part <= parts; part++) {
    const to = Math.round((dimension.length * part) / parts);
    yield { origin: moved(origin, dimension, from), length: to - from };
    from = to;
  }
}
