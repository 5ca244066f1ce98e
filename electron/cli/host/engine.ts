import { pipeline } from "node:stream/promises";
import { MessageChannel, Worker } from "node:worker_threads";
import type { Fault } from "@argscope/core/contract/result.ts";
import type { Control } from "@argscope/core/contract/worker.ts";
import { AccessError, CancelledError, CapacityError, faultOf, InternalError } from "@argscope/core/errors.ts";
import type { Request } from "../command/request.ts";
import type { Job, Outcome } from "../engine/job.ts";
import { type Destination, serveWrites } from "./destination.ts";

/** The engine's thread at work on one request. */
export interface Engine {
  readonly outcome: Promise<Outcome>;
  /** Ends the thread wherever it is. */
  stop(): Promise<void>;
}

export function startEngine(request: Request, control: Control, destination: Destination): Engine {
  const { port1, port2 } = new MessageChannel();
  const job: Job = { request, control, port: port2 };
  const fed = request.reading.file === "-";
  // As the build lays them out: beside the program, which this is a part of.
  const worker = new Worker(new URL("./cli/engine.js", import.meta.url), {
    workerData: job,
    transferList: [port2],
    stdin: fed,
  });
  serveWrites(port1, destination, control);
  const outcome = new Promise<Outcome>((resolve) => {
    const refuse = (fault: Fault): void => resolve({ kind: "refused", fault });
    worker.on("message", (message: Outcome) => resolve(message));
    worker.on("error", (error) => refuse(crash(error)));
    worker.on("exit", () => refuse(faultOf(Atomics.load(control, 1) !== 0 ? new CancelledError() : crash(null))));
    if (fed) feed(worker).catch((error: unknown) => refuse(faultOf(error)));
  });
  return {
    outcome,
    async stop() {
      port1.close();
      await worker.terminate();
      if (fed) process.stdin.destroy();
    },
  };
}

/** Standard input goes to the engine as it comes. */
async function feed({ stdin }: Worker): Promise<void> {
  try {
    if (stdin !== null) await pipeline(process.stdin, stdin);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // The engine has read all that it wants.
    if (code === "ERR_STREAM_PREMATURE_CLOSE") return;
    throw new AccessError(`standard input cannot be read (${code}).`, { cause: error });
  }
}

function crash(error: unknown): Fault {
  if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") {
    return faultOf(new CapacityError("This needs more memory than there is: choose fewer columns or rows.", 0, 0));
  }
  return faultOf(error instanceof Error ? error : new InternalError("The engine ended without an answer."));
}
