import { filledBy, type Ravel, ravelOf } from "./kernel-ravel.ts";
import type { Places } from "./places.ts";
import type { Plan } from "./plan.ts";

/** One dimension of a reduction, whichever side it is on. `step` is in bytes of the data. */
export interface Dimension {
  readonly length: number;
  readonly step: number;
  /** What one step along it adds to the lane's number, in the order of the plan; 0 for a dimension of the lane. */
  readonly result: number;
  /** What one step along it adds to the index in the lane; 0 for an outer dimension. */
  readonly weight: number;
}

/** Where a walk starts: byte offset in the data, number of the lane, index in the lane. */
export interface Origin {
  readonly start: number;
  readonly first: number;
  readonly base: number;
}

/**
 * `lanes`: elements of a lane are neighbours. `columns`: lanes are neighbours. `strided`: neither. `ravel`: one lane that fills
 * a piece of memory, but in another order than its own; its indices are positions in that piece.
 */
export type Shape = "lanes" | "columns" | "strided" | "ravel";

/**
 * How a kernel walks a reduction: along `lane`, for every index of `count` and `outer`. The dimensions in `rest` are walked
 * by the caller, a kernel call for each of their indices.
 */
export interface Geometry {
  readonly shape: Shape;
  readonly lane: Dimension;
  readonly count: Dimension;
  readonly outer: Dimension;
  readonly rest: readonly Dimension[];
  readonly origin: Origin;
  /** The columns have gaps: a task's rows are to be copied without them first. */
  readonly gaps: boolean;
  /** Of a `ravel`: what its order is; of the others empty. */
  readonly ravel: Ravel;
  /** Where a lane belongs in the result; empty where that is its number. */
  readonly places: Places;
}

const SINGLE: Dimension = { length: 1, step: 0, result: 0, weight: 0 };

/** Bytes that one vector of a kernel holds. */
const VECTOR = 16;
/** Bytes of a few columns, from first row to last, that are worth a start of their own. */
const WORTH_A_BLOCK = 64;
/** Columns with gaps that are narrower than this are not worth the copying. */
const WORTH_A_ROW = 128;
/** Steps from which on neighbours in a lane share neither a cache line nor a prefetch, in bytes. */
const FAR = 512;

/** @param plan  with lanes of at most one dimension, or with one that `ravelOf` knows. */
export function geometryOf(plan: Plan, itemsize: number): Geometry {
  const ravel = ravelOf(plan);
  if (ravel) return wholeOf(plan, itemsize, ravel);
  const others = dimensions(plan.outer.shape, plan.outer.strides, itemsize, "result");
  const [along] = dimensions(plan.lane.shape, plan.lane.strides, itemsize, "weight");
  // Along a dimension of step 0 all elements are the same one, and the first wins.
  const lane = along === undefined || along.step === 0 ? SINGLE : along;
  const origin = { start: plan.offset * itemsize, first: 0, base: 0 };
  const { places = [] } = plan;
  if (lane.step !== itemsize) {
    const columns = neighbours(others, lane, itemsize) ?? nearest(others, lane, itemsize);
    if (columns) {
      const gaps = Math.abs(columns.step) !== itemsize;
      return { shape: "columns", lane, ...upwards(columns, origin), ...remaining(others, columns), gaps, ravel: [], places };
    }
  }
  const count = widest(others);
  const shape = lane.step === itemsize ? "lanes" : "strided";
  return { shape, lane, count, origin, ...remaining(others, count), gaps: false, ravel: [], places };
}

function wholeOf(plan: Plan, itemsize: number, ravel: Ravel): Geometry {
  const lane = { length: filledBy(plan.lane), step: itemsize, result: 0, weight: 1 };
  const origin = { start: plan.offset * itemsize, first: 0, base: 0 };
  return { shape: "ravel", lane, count: SINGLE, outer: SINGLE, rest: [], origin, gaps: false, ravel, places: [] };
}

function dimensions(
  shape: readonly number[],
  strides: readonly number[],
  itemsize: number,
  counts: "result" | "weight",
): Dimension[] {
  const found: Dimension[] = [];
  let unit = 1;
  for (let k = shape.length - 1; k >= 0; k--) {
    const length = shape[k] as number;
    const step = (strides[k] as number) * itemsize;
    if (length !== 1) found.push({ length, step, result: 0, weight: 0, [counts]: unit });
    unit *= length;
  }
  return found;
}

function smallestStep(dimensions: readonly Dimension[]): Dimension | undefined {
  return dimensions.reduce<Dimension | undefined>(
    (best, one) => (best && Math.abs(best.step) <= Math.abs(one.step) ? best : one),
    undefined,
  );
}

function longest(dimensions: readonly Dimension[]): Dimension | undefined {
  return dimensions.reduce<Dimension | undefined>((best, one) => (best && best.length >= one.length ? best : one), undefined);
}

const widest = (dimensions: readonly Dimension[]) => longest(dimensions) ?? SINGLE;

/** Lanes side by side, in either direction. Rows of less than a vector must lie without a gap, so that several are taken as one. */
function neighbours(others: readonly Dimension[], lane: Dimension, itemsize: number): Dimension | undefined {
  return others.find(({ length, step }) => {
    if (Math.abs(step) !== itemsize) return false;
    const bytes = length * itemsize;
    const packed = lane.step === bytes && lane.length * bytes >= 2 * 65_536;
    return packed || (bytes >= VECTOR && bytes * lane.length >= WORTH_A_BLOCK);
  });
}

/**
 * Columns with gaps, where the elements of a lane are farther apart than the lanes: lane after lane, every element would be a
 * cache line, often a page, of its own.
 */
function nearest(others: readonly Dimension[], lane: Dimension, itemsize: number): Dimension | undefined {
  if (Math.abs(lane.step) < FAR) return undefined;
  const worthIt = others.filter(({ length, step }) => step !== 0 && length * itemsize >= WORTH_A_ROW);
  const best = smallestStep(worthIt);
  return best && Math.abs(best.step) < Math.abs(lane.step) ? best : undefined;
}

/** Columns that run downwards in memory are walked upwards, into the result from behind. */
function upwards(columns: Dimension, origin: Origin): { count: Dimension; origin: Origin } {
  const { length, step, result, weight } = columns;
  if (step > 0) return { count: columns, origin };
  return { count: { length, step: -step, result: -result, weight: -weight }, origin: moved(origin, columns, length - 1) };
}

/** An origin `by` steps further along a dimension. */
export function moved({ start, first, base }: Origin, { step, result, weight }: Dimension, by: number): Origin {
  return { start: start + by * step, first: first + by * result, base: base + by * weight };
}

function remaining(others: readonly Dimension[], taken: Dimension): { outer: Dimension; rest: Dimension[] } {
  const left = others.filter((dimension) => dimension !== taken);
  const outer = widest(left);
  return { outer, rest: left.filter((dimension) => dimension !== outer) };
}
