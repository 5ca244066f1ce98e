import { memoryOf } from "../memory/engine-memory.ts";
import { reductionKernels } from "../memory/kernel-instance.ts";
import { winnersAt } from "../memory/scratch.ts";
import { threadCount, WORTH_SHARING } from "../pool/helpers.ts";
import { type Geometry, geometryOf } from "./kernel-geometry.ts";
import { Merge } from "./kernel-merge.ts";
import { type KernelOrder, kernelOrderOf } from "./kernel-order.ts";
import { type Box, boxInPlace, callKernel, deliver, offer } from "./kernel-run.ts";
import { Staging } from "./kernel-staging.ts";
import { COPIED, type Cuts, cutsOf, IN_PLACE, partCount, type Task, taskCount, tasksOf } from "./kernel-tasks.ts";
import type { Plan } from "./plan.ts";
import { State, type Target } from "./threads-job.ts";
import { lead, watch, withParts } from "./threads-lead.ts";

/** Elements that a plain loop is done with before they would be copied. */
const WORTH_COPYING = 1024;

/** A reduction, cut into tasks. */
interface Work {
  readonly plan: Plan;
  readonly order: KernelOrder;
  readonly geometry: Geometry;
  readonly cuts: Cuts;
  readonly result: Int32Array | Float64Array;
  readonly control: Int32Array | undefined;
}

/** As `reduceByKernels`, for a plan whose lanes have at most one dimension, or that `ravelOf` knows. */
export function runKernel(plan: Plan, result: Int32Array | Float64Array, control?: Int32Array): boolean {
  const order = kernelOrderOf(plan);
  if (!order) return false;
  if (plan.lanes === 0) return true;
  const geometry = geometryOf(plan, order.itemsize);
  const memory = memoryOf(plan.data);
  if (!memory || geometry.gaps) return runCopied(plan, order, geometry, result, control);
  const threads = plan.lanes * plan.length * order.itemsize >= WORTH_SHARING ? threadCount() : 1;
  const cuts = cutsOf(geometry, order.itemsize, IN_PLACE, threads);
  const work = { plan, order, geometry, cuts, result, control };
  if (threads > 1) runShared(work, memory);
  else runAlone(work, memory, (task) => boxInPlace(geometry, task, plan.data.byteOffset));
  return true;
}

/** Some lane is answered for by several tasks, or in another order than its own. */
const inParts = ({ cuts, geometry }: Work) => cuts.lane > 1 || geometry.shape === "ravel";

/** Data outside engine memory, or with gaps between the lanes, goes through a small block, a task at a time. */
function runCopied(
  plan: Plan,
  order: KernelOrder,
  geometry: Geometry,
  result: Work["result"],
  control: Work["control"],
): boolean {
  if (plan.lanes * plan.length < WORTH_COPYING) return false;
  const staging = new Staging(plan.data);
  try {
    const cuts = cutsOf(geometry, order.itemsize, COPIED, 1);
    // A strided lane has no gaps any more once it is copied.
    const packed: Geometry = geometry.shape === "strided" ? { ...geometry, shape: "lanes" } : geometry;
    const work = { plan, order, geometry: packed, cuts, result, control };
    runAlone(work, staging.memory, (task) => staging.pack(packed, task));
  } finally {
    staging.release();
  }
  return true;
}

function runAlone(work: Work, memory: WebAssembly.Memory, boxOf: (task: Task) => Box): void {
  const { plan, order, geometry, cuts, result, control } = work;
  const kernels = reductionKernels.over(memory);
  const winners = new Int32Array(memory.buffer, winnersAt(0));
  const merge = inParts(work) ? new Merge(plan, result) : undefined;
  const total = plan.lanes * plan.length;
  let done = 0;
  for (const task of tasksOf(geometry, cuts)) {
    callKernel(kernels, 0, geometry, order, task, boxOf(task), winners);
    const found = winners.subarray(0, task.count * task.outer);
    if (merge) offer(geometry, task, found, order.itemsize, merge);
    else deliver(geometry, task, found, result);
    done += task.length * task.count * task.outer;
    watch(control, Math.min(1, done / total));
  }
  merge?.finish();
}

function runShared(work: Work, memory: WebAssembly.Memory): void {
  const { plan, order, geometry, cuts, result, control } = work;
  const state = new SharedArrayBuffer(4 * (State.done + taskCount(geometry, cuts)));
  const run = (target: Target) => {
    const job = { order, geometry, cuts, address: plan.data.byteOffset, state, target };
    lead(job, memory, (claimed) => watch(control, claimed));
  };
  if (!inParts(work)) {
    // A small result is on this thread's own heap, where the others cannot write.
    const elements = result.buffer instanceof SharedArrayBuffer ? result : sharedLike(result);
    run({ kind: "result", elements });
    if (elements !== result) result.set(elements);
    return;
  }
  withParts(partCount(geometry, cuts), (parts) => {
    run({ kind: "parts", elements: parts });
    const merge = new Merge(plan, result);
    let from = 0;
    for (const task of tasksOf(geometry, cuts)) {
      const to = from + task.count * task.outer;
      offer(geometry, task, parts.subarray(from, to), order.itemsize, merge);
      from = to;
    }
    merge.finish();
  });
}

function sharedLike(result: Work["result"]): Work["result"] {
  const buffer = new SharedArrayBuffer(result.byteLength);
  return result instanceof Int32Array ? new Int32Array(buffer) : new Float64Array(buffer);
}
