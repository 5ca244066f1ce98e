import { parentPort } from "node:worker_threads";
import type { Control } from "@argscope/core/contract/worker.ts";
import { CancelledError, faultOf } from "@argscope/core/errors.ts";
import { portSink, type Sink } from "@argscope/core/service/sink.ts";
import { UsageError } from "../command/usage-error.ts";
import { answer } from "./answer.ts";
import type { Job, Outcome } from "./job.ts";
import { portLike } from "./port.ts";

/** The engine's thread: does its one job, and says how it ended. */
export async function work({ request, control, port }: Job): Promise<void> {
  const outcome = await outcomeOf(() => write(answer(request, control), portSink(portLike(port)), control));
  parentPort?.postMessage(outcome);
}

async function outcomeOf(job: () => Promise<void>): Promise<Outcome> {
  try {
    await job();
    return { kind: "done" };
  } catch (error) {
    if (error instanceof UsageError) return { kind: "usage", sentence: error.message };
    return { kind: "refused", fault: faultOf(error) };
  }
}

/** Writes an answer block by block; a failure leaves nothing behind. */
async function write(blocks: AsyncIterable<Uint8Array>, sink: Sink, control: Control): Promise<void> {
  try {
    for await (const block of blocks) {
      if (Atomics.load(control, 1) !== 0) throw new CancelledError();
      await sink.write(block);
    }
    await sink.commit();
  } catch (error) {
    await sink.abort();
    throw error;
  }
}
