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

/** Bytes from which on several threads are faster than one in a reduction: waking one takes as long as reading a megabyte or two. */
export const WORTH_SHARING = 8 * 1024 * 1024;

const kernelsFor = { reduce: reductionKernels, scan: tableKernels };

/** The pool: so many threads, and how each is started; they are when there is first something to share. */
let count = 0;
let start: ((slot: number) => Helper) | null = null;
let helpers: readonly Helper[] = [];
let waits: boolean | undefined;

/** @param startOne starts the helper of a slot */
export function useHelpers(helperCount: number, startOne: (slot: number) => Helper): void {
  count = helperCount;
  start = startOne;
  helpers = [];
}

export function giveUpHelpers(): void {
  count = 0;
  start = null;
  helpers = [];
}

/** Threads that may share work, the calling one included. */
export function threadCount(): number {
  return count > 0 && mayWait() ? count + 1 : 1;
}

/** Starts the threads that were not: before there is work for them, so that they are there when there is. */
export function startHelpers(): void {
  if (start === null || !mayWait()) return;
  const startOne = start;
  start = null;
  try {
    helpers = Array.from({ length: count }, (_, k) => startOne(k + 1));
  } catch (error) {
    giveUpHelpers();
    throw error;
  }
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
  startHelpers();
  const number = numberOf(memory);
  const inUse = numbersInUse();
  for (const { post, slot, told, has } of helpers) {
    const module = has.has(work.say) ? undefined : kernelsFor[work.say].compiled;
    post({ ...work, slot, memory: { number, memory: told.has(number) ? undefined : memory }, inUse, module });
    told.add(number);
    has.add(work.say);
  }
}
