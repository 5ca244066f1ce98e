import { parentPort } from "node:worker_threads";
import { servePool } from "@argscope/core/pool/service.ts";
import { fillFrom } from "./engine/fill-from.ts";

// A thread of the pool: it takes its share of reading tables and of large reductions.
parentPort?.on("message", (message) => servePool(message, fill));

/** What it is asked for is whole, or the thread that asked will find out why not. */
function fill(handle: unknown, target: Uint8Array, start: number): void {
  if (fillFrom(handle as number, target, start) < target.length) throw new Error("The file has become shorter.");
}
