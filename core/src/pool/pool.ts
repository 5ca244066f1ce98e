import { numberOf, numbersInUse } from "../memory/engine-memory.ts";
import { compiledKernels } from "../memory/kernel-instance.ts";
import { MAXIMUM_THREADS } from "../memory/scratch.ts";
import type { ReductionJob } from "../reduce/threads-job.ts";
import type { PoolMessage } from "./message.ts";

/** The near end of a channel to a thread. Its far end gives each message to `servePool`. */
export interface PoolPort {
  postMessage(message: PoolMessage): void;
}

interface Helper {
  readonly port: PoolPort;
  /** In the scratch area; slot 0 is the calling thread's. */
  readonly slot: number;
  /** Numbers of the memories that it has been sent. */
  readonly told: Set<number>;
}

let helpers: readonly Helper[] = [];
let waits: boolean | undefined;

/**
 * Supplies threads that share the work of large reductions. Without it, or where the caller may not wait (a page's main
 * thread), one thread works.
 *
 * `spawn` starts one thread and returns at once; the thread hands every message that it gets to `servePool`. The threads
 * should not keep a process alive. Ending them is the caller's business: `setPool(null)` first.
 *
 * @param spawn    called `threads` times, now. `null` takes the pool away.
 * @param threads  beside the calling one; at most 7 are used. One less than the machine has cores is right.
 */
export function setPool(spawn: (() => PoolPort) | null, threads = 1): void {
  const slots = spawn ? Array.from({ length: Math.min(threads, MAXIMUM_THREADS - 1) }, (_, k) => k + 1) : [];
  helpers = slots.map((slot) => ({ port: (spawn as () => PoolPort)(), slot, told: new Set() }));
  // A thread compiles nothing itself, and is warm when the first reduction comes.
  for (const { port } of helpers) port.postMessage({ say: "kernels", module: compiledKernels() });
}

/** Threads that may share a reduction, the calling one included. */
export function threadCount(): number {
  return helpers.length > 0 && mayWait() ? helpers.length + 1 : 1;
}

function mayWait(): boolean {
  if (waits === undefined) {
    try {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1);
      waits = true;
    } catch {
      waits = false;
    }
  }
  return waits;
}

/** Offers a job to every helper. Whether and when one takes it up is up to the job's own words of shared memory. */
export function callHelpers(memory: WebAssembly.Memory, job: ReductionJob): void {
  const number = numberOf(memory);
  const inUse = numbersInUse();
  for (const { port, slot, told } of helpers) {
    port.postMessage({ say: "reduce", slot, memory: { number, memory: told.has(number) ? undefined : memory }, inUse, job });
    told.add(number);
  }
}
