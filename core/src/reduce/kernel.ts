import { CancelledError } from "../errors.ts";
import { memoryOf } from "../memory/engine-memory.ts";
import { kernelsOver } from "../memory/kernel-instance.ts";
import { winnersAt } from "../memory/scratch.ts";
import { geometryOf } from "./kernel-geometry.ts";
import { Merge } from "./kernel-merge.ts";
import { kernelOrderOf } from "./kernel-order.ts";
import { boxInPlace, callKernel, deliver, offer } from "./kernel-run.ts";
import { Staging } from "./kernel-staging.ts";
import { COPIED, cutsOf, IN_PLACE, tasksOf } from "./kernel-tasks.ts";
import type { Plan } from "./plan.ts";

/** Elements outside engine memory that a plain loop is done with before they would be copied. */
const WORTH_COPYING = 1024;

/**
 * Runs a plan on the WebAssembly kernels.
 *
 * @param result   one index per lane, in the order of `plan.outer`; -1 for a lane that has only NaN, which is passed over.
 * @param control  [0] progress in 1/1000, written here; [1] anything but 0 cancels.
 * @returns false, with `result` untouched, where no kernel compares the dtype (complex numbers and text), or a plain loop is
 *   faster (a small array outside engine memory).
 * @throws {CancelledError} `control` said so; `result` is then half written.
 */
export function runKernel(plan: Plan, result: Int32Array | Float64Array, control?: Int32Array): boolean {
  const order = kernelOrderOf(plan);
  if (!order) return false;
  if (plan.lanes === 0) return true;
  const memory = memoryOf(plan.data);
  if (!memory && plan.lanes * plan.length < WORTH_COPYING) return false;
  const geometry = geometryOf(plan, order.itemsize);
  const staging = memory ? undefined : new Staging(plan.data);
  const kernels = kernelsOver(memory ?? (staging as Staging).memory);
  const cuts = cutsOf(geometry, order.itemsize, memory ? IN_PLACE : COPIED, 1);
  const merge = geometry.merges || cuts.lane > 1 ? new Merge(plan, result) : undefined;
  const staged = new Int32Array((memory ?? (staging as Staging).memory).buffer);
  const total = plan.lanes * plan.length;
  let done = 0;
  try {
    for (const task of tasksOf(geometry, cuts)) {
      const shape = staging && geometry.shape === "strided" ? "lanes" : geometry.shape;
      const box = staging ? staging.pack(geometry, task) : boxInPlace(geometry, task, plan.data.byteOffset);
      callKernel(kernels, 0, shape, order, task, box);
      const from = winnersAt(0) / 4;
      const winners = staged.subarray(from, from + task.count * task.outer);
      if (merge) offer(geometry, task, winners, order.itemsize, merge);
      else deliver(geometry, task, winners, result);
      done += task.length * task.count * task.outer;
      if (control) watch(control, done / total);
    }
    merge?.finish();
  } finally {
    staging?.release();
  }
  return true;
}

function watch(control: Int32Array, share: number): void {
  if (Atomics.load(control, 1) !== 0) throw new CancelledError();
  Atomics.store(control, 0, Math.floor(1000 * Math.min(1, share)));
}
