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

/** Tasks for each thread, so that one that starts late or is slow leaves little for the others to wait for. */
const TASKS_A_THREAD = 4;
/** Elements in a task where each may be a cache line of its own: some ten milliseconds at worst. */
const STRIDED = 256 * 1024;
/** No task of several threads is smaller than this, in bytes. */
const SMALLEST = 512 * 1024;
/** Bytes of a strip of columns where several threads share a row: a page, which is as far as a processor looks ahead by itself. */
const STRIP = 4096;
/**
 * The narrowest strip where rows have no more, in bytes. It is read a sixth slower than wider ones; lanes cut across have winners to
 * compare, each of which is a fetch from memory that nobody foresaw.
 */
const NARROWEST = 2048;
/**
 * Tasks of columns for each thread. Fewer than others have: each piece of a lane is started anew, and a column is slow until it
 * has seen a few hundred rows. Strips that are as many are not cut across.
 */
const STRIPS_A_THREAD = 2;
/** Bytes of a row below which kernels/columns.ts takes rows without a gap for narrow ones. */
const NARROW = 512;

/** @param threads  that will share the tasks. */
export function cutsOf(geometry: Geometry, itemsize: number, budget: Budget, threads: number): Cuts {
  const { shape, lane, count, outer, rest } = geometry;
  const total = rest.reduce((product, { length }) => product * length, lane.length * count.length * outer.length) * itemsize;
  const fair = threads > 1 ? Math.max(SMALLEST, total / (threads * TASKS_A_THREAD)) : total;
  const most = shape === "strided" ? Math.min(budget.task, STRIDED * itemsize) : budget.task;
  const task = Math.min(most, fair);
  const bytes = lane.length * itemsize;
  if (shape === "columns") return columnCuts(geometry, itemsize, budget, { task, fair, threads });
  const perLane = pieces(lane.length, task / itemsize);
  const lanes = Math.max(1, Math.min(STAGED, task / bytes));
  const perCount = pieces(count.length, lanes);
  return { lane: perLane, count: perCount, outer: perCount > 1 ? outer.length : pieces(outer.length, lanes / count.length) };
}

/** What is known of a task before its shape is: bytes that it should read, bytes that are a thread's fair share of the tasks. */
interface Share {
  readonly task: number;
  readonly fair: number;
  readonly threads: number;
}

function columnCuts({ lane, count, outer }: Geometry, itemsize: number, budget: Budget, { task, fair, threads }: Share): Cuts {
  const bytes = lane.length * itemsize;
  const whole = bytes * count.length;
  if (whole <= task && count.length <= STAGED) {
    return { lane: 1, count: 1, outer: pieces(outer.length, Math.min(task / whole, STAGED / count.length)) };
  }
  // As many columns as make a task, but enough to read memory in long runs; then as many rows as are left to choose.
  const even = (count.length * itemsize) / (STRIPS_A_THREAD * threads);
  const strip = threads > 1 ? Math.max(NARROWEST, Math.min(STRIP, even)) : budget.strip;
  const columns = pieces(count.length, Math.min(STAGED, Math.max(strip / itemsize, task / bytes)));
  const isShared = columns * outer.length >= STRIPS_A_THREAD * threads;
  // Narrow rows are read straight on, and start at once.
  const isNarrow = lane.step === count.length * itemsize && lane.step < NARROW;
  const share = isNarrow ? fair : (fair * TASKS_A_THREAD) / STRIPS_A_THREAD;
  const most = isShared ? budget.columns : Math.min(budget.columns, share);
  const rows = most / (itemsize * Math.ceil(count.length / columns));
  return { lane: pieces(lane.length, rows), count: columns, outer: outer.length };
}

/** Tasks that a geometry is cut into. */
export function taskCount({ rest }: Geometry, cuts: Cuts): number {
  return rest.reduce((product, { length }) => product * length, cuts.lane * cuts.count * cuts.outer);
}

/** Winners of all tasks together. */
export function partCount({ count, outer, rest }: Geometry, cuts: Cuts): number {
  return rest.reduce((product, { length }) => product * length, cuts.lane * count.length * outer.length);
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
