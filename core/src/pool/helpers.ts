import { numberOf, numbersInUse } from "../memory/engine-memory.ts";
import { reductionKernels, tableKernels } from "../memory/kernel-instance.ts";
import type { PoolMessage, PoolWork } from "./message.ts";

/** A thread of the pool, as the calling thread knows it. */
export interface Helper {
  readonly post: (message: PoolMessage) => void;
  /** In the scratch area; slot 0 is the calling thread's. */
  readonly slot: number;
  /** Numbers of the memories that it has been sent. */
  readonly told: Set<number>;
  /** The kinds of work for which it has the compiled kernels: a thread compiles none itself. */
  readonly has: Set<PoolWork["say"]>;
}

const kernelsFor = { reduce: reductionKernels, scan: tableKernels };

let helpers: readonly Helper[] = [];
let waits: boolean | undefined;

export function useHelpers(some: readonly Helper[]): void {
  helpers = some;
}

/** Threads that may share work, the calling one included. */
export function threadCount(): number {
  return helpers.length > 0 && mayWait() ? helpers.length + 1 : 1;
}

/** A page's main thread may not: there Atomics.wait throws. */
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
export function callHelpers(memory: WebAssembly.Memory, work: PoolWork): void {
  const number = numberOf(memory);
  const inUse = numbersInUse();
  for (const { post, slot, told, has } of helpers) {
    const module = has.has(work.say) ? undefined : kernelsFor[work.say].compiled;
    post({ ...work, slot, memory: { number, memory: told.has(number) ? undefined : memory }, inUse, module });
    told.add(number);
    has.add(work.say);
  }
}
