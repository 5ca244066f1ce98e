import type { ReductionKernels } from "../memory/kernel-instance.ts";
import { winnersAt } from "../memory/scratch.ts";
import { boxInPlace, callKernel, deliver } from "./kernel-run.ts";
import { type Task, tasksOf } from "./kernel-tasks.ts";
import { type ReductionJob, State } from "./threads-job.ts";

/** Claims and runs tasks until there are none, in whichever thread this is. `after` hears of each task that was done here. */
export function work(
  job: ReductionJob,
  slot: number,
  kernels: ReductionKernels,
  memory: WebAssembly.Memory,
  after?: () => void,
): void {
  const state = new Int32Array(job.state);
  const winners = new Int32Array(memory.buffer, winnersAt(slot));
  let claimed = claim(state);
  let k = 0;
  let part = 0;
  for (const task of tasksOf(job.geometry, job.cuts)) {
    if (claimed === undefined) return;
    if (k === claimed) {
      runTask(job, task, part, slot, kernels, winners);
      Atomics.store(state, State.done + k, 1);
      after?.();
      claimed = claim(state);
    }
    k++;
    part += task.count * task.outer;
  }
}

function claim(state: Int32Array): number | undefined {
  return Atomics.load(state, State.closed) === 0 ? Atomics.add(state, State.next, 1) : undefined;
}

/** @param part where the task's winners go among the parts. */
export function runTask(
  job: ReductionJob,
  task: Task,
  part: number,
  slot: number,
  kernels: ReductionKernels,
  winners: Int32Array,
): void {
  const { geometry, order, address, target } = job;
  callKernel(kernels, slot, geometry, order, task, boxInPlace(geometry, task, address), winners);
  const found = winners.subarray(0, task.count * task.outer);
  if (target.kind === "parts") target.elements.set(found, part);
  else deliver(geometry, task, found, target.elements);
}

/** A helper's share of a job. One that comes too late touches nothing. */
export function help(job: ReductionJob, slot: number, kernels: ReductionKernels, memory: WebAssembly.Memory): void {
  const state = new Int32Array(job.state);
  Atomics.add(state, State.working, 1);
  work(job, slot, kernels, memory);
  Atomics.sub(state, State.working, 1);
  Atomics.notify(state, State.working);
}
