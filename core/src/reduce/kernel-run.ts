import type { ReductionKernels } from "../memory/kernel-instance.ts";
import { keysAt, winnersAt } from "../memory/scratch.ts";
import type { Dimension, Geometry } from "./kernel-geometry.ts";
import type { KernelOrder } from "./kernel-order.ts";
import { ravelIndex, ravelTable } from "./kernel-ravel.ts";
import type { Task } from "./kernel-tasks.ts";
import { placeOf, placeRun } from "./places.ts";

/** Where the elements of a task lie: `start` is an address in the kernels' memory; steps are in bytes. */
export interface Box {
  readonly start: number;
  readonly laneStep: number;
  readonly countStep: number;
  readonly outerStep: number;
}

/** The box of a task whose data is read where it is. `address` is that of the data's first element. */
export function boxInPlace({ lane, count, outer }: Geometry, task: Task, address: number): Box {
  return { start: address + task.origin.start, laneStep: lane.step, countStep: count.step, outerStep: outer.step };
}

/** In words from the winner of a ravel: where its table lies. */
const TABLE = 16;

/**
 * Runs one task. Its winners, as indices in the piece of the lane it saw, are then in `winners`.
 *
 * @param winners  what the kernels' memory has from `winnersAt(slot)` on
 */
export function callKernel(
  kernels: ReductionKernels,
  slot: number,
  { shape, ravel }: Geometry,
  { kind, order }: KernelOrder,
  task: Task,
  box: Box,
  winners: Int32Array,
): void {
  const { length, count, outer } = task;
  const { start, laneStep, countStep, outerStep } = box;
  const out = winnersAt(slot);
  if (shape === "lanes") kernels.lanes(kind, order, start, length, count, countStep, outer, outerStep, keysAt(slot), out);
  else if (shape === "columns")
    kernels.columns(kind, order, start, length, laneStep, count, outer, outerStep, keysAt(slot), out);
  else if (shape === "strided") kernels.strided(kind, order, start, length, laneStep, count, countStep, outer, outerStep, out);
  else {
    winners.set(ravelTable(ravel), TABLE);
    winners[0] = kernels.ravel(kind, order, start, length, task.origin.base, out + 4 * TABLE, ravel.length);
  }
}

/** Puts the winners of a task whose lanes are whole where they belong in the result. */
export function deliver(
  { lane, count, outer, places }: Geometry,
  task: Task,
  winners: Int32Array,
  result: Int32Array | Float64Array,
): void {
  const { first } = task.origin;
  const inOrder = count.result === 1 && (task.outer === 1 || outer.result === task.count);
  if (inOrder && lane.weight === 1) {
    placeRun(winners, first, places, result);
    return;
  }
  forEachLane(count, outer, task, (position, i) => {
    const index = winners[i] as number;
    result[placeOf(places, first + position)] = index < 0 ? -1 : index * lane.weight;
  });
}

function forEachLane(count: Dimension, outer: Dimension, task: Task, visit: (position: number, i: number) => void): void {
  let i = 0;
  for (let g = 0; g < task.outer; g++) {
    for (let c = 0; c < task.count; c++) visit(g * outer.result + c * count.result, i++);
  }
}

/** Hears about the winner of a part of a lane: the lane, the index in it, and where the element is in the data. */
export interface Offers {
  offer(lane: number, index: number, position: number): void;
}

/** Offers the winners of a task whose lanes are parts of lanes. */
export function offer(geometry: Geometry, task: Task, winners: Int32Array, itemsize: number, to: Offers): void {
  const { lane, count, outer, ravel, places } = geometry;
  const { first, base, start } = task.origin;
  let i = 0;
  for (let g = 0; g < task.outer; g++) {
    for (let c = 0; c < task.count; c++) {
      const winner = winners[i++] as number;
      if (winner < 0) continue;
      const index = base + g * outer.weight + c * count.weight + winner * lane.weight;
      to.offer(
        placeOf(places, first + g * outer.result + c * count.result),
        geometry.shape === "ravel" ? ravelIndex(ravel, index) : index,
        (start + g * outer.step + c * count.step + winner * lane.step) / itemsize,
      );
    }
  }
}
