import { helpScan } from "../formats/csv/scan-job.ts";
import type { FillFrom } from "../formats/csv/segment-reader.ts";
import { reductionKernels, tableKernels } from "../memory/kernel-instance.ts";
import { help } from "../reduce/threads.ts";
import type { PoolMessage } from "./message.ts";

/** Memories by the numbers that the posting thread calls them. */
const known = new Map<number, WebAssembly.Memory>();

/**
 * What a thread of the pool does with each message that it gets: it takes its share of the work, and returns.
 *
 * @param posted  as it was posted by `setPool`'s side: what it says is between the two.
 * @param fill  fills an array with a file's bytes from a place on, or throws: for sources whose `shared.handle` it understands.
 *   Without it the thread takes no part in reading those.
 * @example parentPort.on("message", servePool) // in a worker_thread
 * @example self.onmessage = (event) => servePool(event.data) // in a Web Worker
 */
export function servePool(posted: unknown, fill?: FillFrom): void {
  // Only `setPool` writes to the far end of this channel.
  const message = posted as PoolMessage;
  const { slot, inUse, module } = message;
  for (const number of known.keys()) if (!inUse.includes(number)) known.delete(number);
  const { number, memory: sent } = message.memory;
  if (sent) known.set(number, sent);
  const memory = known.get(number);
  if (module) (message.say === "scan" ? tableKernels : reductionKernels).use(module);
  // Without the memory there is nothing to help with; the caller does the work itself.
  if (memory === undefined) return;
  if (message.say === "scan") helpScan(message.job, memory, tableKernels.over(memory), fill);
  else help(message.job, slot, reductionKernels.over(memory), memory);
}
