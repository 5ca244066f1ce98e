import { parentPort } from "node:worker_threads";
import { portSink, type Sink } from "@argscope/core/service/sink.ts";
import { faultOf, FormatError } from "@argscope/core/errors.ts";
import { UsageError } from "../command/usage-error.ts";
import { answer } from "./answer.ts";
import type { Job, Outcome } from "./job.ts";
import { portLike } from "./port.ts";

/** The engine's thread: does its one job, and says how it ended. */
export async function work({ request, control, port }: Job): Promise<void> {
  const sink = portSink(portLike(port));
  const outcome = await attempt(async () => {
    await writeAll(await answer(request, control), sink);
  });
  parentPort?.postMessage(outcome);
}
