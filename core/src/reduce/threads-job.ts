import type { Geometry } from "./kernel-geometry.ts";
import type { KernelOrder } from "./kernel-order.ts";
import type { Cuts } from "./kernel-tasks.ts";

/** A reduction that several threads share. Each makes the same list of tasks and claims one after the other. */
export interface ReductionJob {
  readonly order: KernelOrder;
  readonly geometry: Geometry;
  readonly cuts: Cuts;
  /** Of the data's first element, in the memory that goes with the job. */
  readonly address: number;
  /** The words below. */
  readonly state: SharedArrayBuffer;
  readonly target: Target;
}

/** Where winners go: whole lanes straight into the result, parts of lanes side by side in the order of the tasks. */
export interface Target {
  readonly kind: "result" | "parts";
  readonly elements: Int32Array | Float64Array;
}

/** Words of a job's state, int32. */
export const State = {
  /** The next task that nobody has claimed. */
  next: 0,
  /** Helpers that are at work. Odd times are harmless: who comes after `closed` leaves at once. */
  working: 1,
  /** Not 0: no task may be claimed any more. */
  closed: 2,
  /** From here on a word for each task: 1 when it is done. */
  done: 3,
} as const;
