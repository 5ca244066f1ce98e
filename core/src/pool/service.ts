import { helpScan } from "../formats/csv/scan-job.ts";
import { type Kernels, kernelsOver, useKernels } from "../memory/kernel-instance.ts";
import { help } from "../reduce/threads.ts";
import type { PoolMessage } from "./message.ts";

/** A memory as this thread knows it, with kernels over it. */
interface Known {
  readonly memory: WebAssembly.Memory;
  readonly kernels: Kernels;
}

const known = new Map<number, Known>();

/**
 * What a thread of the pool does with each message that it gets: it takes its share of the work, and returns.
 *
 * @param posted  as it was posted by `setPool`'s side: what it says is between the two.
 * @example parentPort.on("message", servePool) // in a worker_thread
 * @example self.onmessage = (event) => servePool(event.data) // in a Web Worker
 */
export function servePool(posted: unknown): void {
  // Only `setPool` writes to the far end of this channel.
  const message = posted as PoolMessage;
  if (message.say === "kernels") {
    useKernels(message.module);
    return;
  }
  const { slot, inUse } = message;
  for (const number of known.keys()) if (!inUse.includes(number)) known.delete(number);
  const { number, memory } = message.memory;
  if (memory) known.set(number, { memory, kernels: kernelsOver(memory) });
  const place = known.get(number);
  // Without the memory there is nothing to help with; the caller does the work itself.
  if (place === undefined) return;
  if (message.say === "scan") helpScan(message.job, place.kernels);
  else help(message.job, slot, place.kernels, place.memory);
}
