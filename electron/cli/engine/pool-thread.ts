import { parentPort } from "node:worker_threads";
import { servePool } from "@argscope/core";

/** A thread of the pool: it takes its share of reading tables and of large reductions. */
export function helpOut(): void {
  parentPort?.on("message", servePool);
}
