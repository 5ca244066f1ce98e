import { CancelledError } from "../errors.ts";
import { allocate, release } from "../memory/engine-memory.ts";
import { reductionKernels } from "../memory/kernel-instance.ts";
import { winnersAt } from "../memory/scratch.ts";
import { callHelpers, giveUpHelpers } from "../pool/helpers.ts";
import { tasksOf } from "./kernel-tasks.ts";
import { runTask, work } from "./threads.ts";
import { type ReductionJob, State } from "./threads-job.ts";

/** A helper needs milliseconds for a task. One that is silent for so long is taken for dead. In milliseconds. */
const PATIENCE = 10_000;

/**
 * Runs a job together with the pool's threads. All of it is done when this returns, and no helper touches anything any more.
 *
 * The caller never depends on a helper: it claims tasks as they do, and does again what a dead one left undone.
 *
 * @param after  called now and then with the share that has been claimed; what it throws ends the job early.
 */
export function lead(job: ReductionJob, memory: WebAssembly.Memory, after: (share: number) => void): void {
  const kernels = reductionKernels.over(memory);
  const state = new Int32Array(job.state);
  const total = state.length - State.done;
  callHelpers(memory, { say: "reduce", job });
  let alive = true;
  try {
    work(job, 0, kernels, memory, () => after(Math.min(1, Atomics.load(state, State.next) / total)));
  } finally {
    Atomics.store(state, State.closed, 1);
    alive = helpersLeave(state);
    if (!alive) giveUpHelpers();
  }
  const winners = new Int32Array(memory.buffer, winnersAt(0));
  let k = 0;
  let part = 0;
  for (const task of alive ? [] : tasksOf(job.geometry, job.cuts)) {
    if (Atomics.load(state, State.done + k++) === 0) runTask(job, task, part, 0, kernels, winners);
    part += task.count * task.outer;
  }
}

/** Waits until no helper is at work; false if one never says that it is done. */
function helpersLeave(state: Int32Array): boolean {
  for (;;) {
    const working = Atomics.load(state, State.working);
    if (working === 0) return true;
    if (Atomics.wait(state, State.working, working, PATIENCE) === "timed-out") return false;
  }
}

/** Writes progress and heeds cancel, the two words of a `control`. */
export function watch(control: Int32Array | undefined, share: number): void {
  if (!control) return;
  if (Atomics.load(control, 1) !== 0) throw new CancelledError();
  Atomics.store(control, 0, Math.floor(1000 * share));
}

/** Room for the winners of parts of lanes, for the time of one job. */
export function withParts<T>(count: number, use: (parts: Int32Array) => T): T {
  const block = allocate(4 * count);
  try {
    return use(new Int32Array(block.memory.buffer, block.byteOffset, count));
  } finally {
    release(block);
  }
}
