import { free } from "../array/empty.ts";
import { makeIndexArray } from "../array/index-array.ts";
import { sizeOf } from "../array/strides.ts";
import { joined, type Walk } from "../array/walk.ts";
import { runKernel } from "./kernel.ts";
import { Merge } from "./kernel-merge.ts";
import { kernelOrderOf } from "./kernel-order.ts";
import { ravelOf } from "./kernel-ravel.ts";
import type { Plan } from "./plan.ts";
import { reduceByReference } from "./reference.ts";
import { spread } from "./spread.ts";

/** Elements that are reduced in any order before a second array of indices would pay. */
const WORTH_IT = 4096;
/** Bytes of neighbours from which on it is best to read along them, even if another dimension of the lane is longer. */
const WORTH_A_RUN = 2048;

/** One dimension of a walk. `weight`: what a step along it adds to the index, or to the position in the result. */
interface Dimension {
  readonly length: number;
  readonly stride: number;
  readonly weight: number;
}

/**
 * Runs a plan on the WebAssembly kernels. One that does not follow the memory, such as one over a transposed array, is run as one
 * that does: the lanes are reduced in the order in which they lie there, and their indices then put where they belong.
 *
 * @param result   one index per lane, in the order of `plan.outer`; -1 for a lane that has only NaN, which is passed over.
 * @param control  [0] progress in 1/1000, written here; [1] anything but 0 cancels.
 * @returns false, with `result` untouched, where no kernel compares the dtype (complex numbers and text), or a plain loop is
 *   faster (a small array outside engine memory, or with gaps between its lanes).
 * @throws {CancelledError} `control` said so; `result` is then half written.
 */
export function reduceByKernels(plan: Plan, result: Int32Array | Float64Array, control?: Int32Array): boolean {
  if (kernelOrderOf(plan) === undefined) return false;
  if (ravelOf(plan)) return runKernel(plan, result, control);
  if (plan.lane.shape.length > 1) return runInParts(plan, result, control);
  const isWorthIt = plan.lanes * plan.length >= WORTH_IT && !followsMemory(plan.outer);
  return (isWorthIt && runPermuted(plan, result, control)) || runKernel(plan, result, control);
}

function followsMemory({ strides }: Walk): boolean {
  return strides.every((stride, k) => stride !== 0 && (k === 0 || Math.abs(strides[k - 1] as number) >= Math.abs(stride)));
}

/** The lanes in the order in which they lie in memory. Of those that are the same, along a dimension of stride 0, one is reduced. */
function runPermuted(plan: Plan, result: Int32Array | Float64Array, control?: Int32Array): boolean {
  const { shape, strides } = plan.outer;
  const inMemory = dimensionsOf(plan.outer)
    .filter(({ stride }) => stride !== 0)
    .sort(farthestFirst);
  if (!strides.includes(0)) {
    const places = inMemory.map(({ length, weight }) => ({ length, step: weight }));
    return runKernel({ ...plan, outer: joined(inMemory), places }, result, control);
  }
  const steps = shape.map(() => 0);
  let unit = 1;
  for (const { length, weight } of inMemory.toReversed()) {
    steps[dimensionAt(shape, weight)] = unit;
    unit *= length;
  }
  return withIndices(unit, plan.length, (indices) => {
    if (!runKernel({ ...plan, outer: joined(inMemory), lanes: unit }, indices, control)) return false;
    spread(indices, { shape, strides: steps }, result);
    return true;
  });
}

/** A lane of several dimensions with gaps between them: reduced along one of them, and the winners compared by value and by index in the lane. */
function runInParts(plan: Plan, result: Int32Array | Float64Array, control?: Int32Array): boolean {
  // Along a dimension of stride 0 all elements are the same one, and the first wins.
  const moving = dimensionsOf(plan.lane).filter(({ stride }) => stride !== 0);
  const along = longRun(moving, plan.data.BYTES_PER_ELEMENT) ?? longest(moving);
  if (along === undefined) {
    // However long the lane is, it has one element.
    reduceByReference({ ...plan, lane: { shape: [], strides: [] }, length: 1 }, result, control);
    return true;
  }
  const others = moving.filter((dimension) => dimension !== along).sort(farthestFirst);
  const lanes = sizeOf(others.map(({ length }) => length));
  const lane = { shape: [along.length], strides: [along.stride] };
  return withIndices(lanes, along.length, (indices) => {
    const part = { ...plan, outer: joined(others), lane, lanes, length: along.length };
    if (!runKernel(part, indices, control)) return false;
    const merge = new Merge(plan, result);
    let k = 0;
    const offerAll = (d: number, index: number, position: number): void => {
      const dimension = others[d];
      if (dimension === undefined) {
        const winner = indices[k++] as number;
        if (winner >= 0) merge.offer(0, index + winner * along.weight, position + winner * along.stride);
        return;
      }
      const { length, weight, stride } = dimension;
      for (let i = 0; i < length; i++) offerAll(d + 1, index + i * weight, position + i * stride);
    };
    offerAll(0, 0, plan.offset);
    merge.finish();
    return true;
  });
}

function withIndices(size: number, bound: number, use: (indices: Int32Array | Float64Array) => boolean): boolean {
  const indices = makeIndexArray([size], bound);
  try {
    return use(indices.data);
  } finally {
    free(indices);
  }
}

function dimensionsOf({ shape, strides }: Walk): Dimension[] {
  let weight = sizeOf(shape);
  return shape.map((length, k) => {
    weight /= length;
    return { length, stride: strides[k] as number, weight };
  });
}

/** The dimension of a shape whose steps weigh so much in C order. No dimension has length 1, so there is one alone. */
function dimensionAt(shape: readonly number[], weight: number): number {
  return shape.findIndex((_, k) => sizeOf(shape.slice(k + 1)) === weight);
}

const farthestFirst = (a: Dimension, b: Dimension): number => Math.abs(b.stride) - Math.abs(a.stride);

function longRun(dimensions: readonly Dimension[], itemsize: number): Dimension | undefined {
  return dimensions.find(({ length, stride }) => stride === 1 && length * itemsize >= WORTH_A_RUN);
}

/** Fewest parts to compare; of several the one of the largest steps, so that the others are neighbours. */
function longest(dimensions: readonly Dimension[]): Dimension | undefined {
  return dimensions.toSorted((a, b) => b.length - a.length || farthestFirst(a, b))[0];
}
