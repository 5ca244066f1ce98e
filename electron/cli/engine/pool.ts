import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { setPool } from "@argscope/core";

/** Below this size a second thread would be ready when all is done. In bytes. */
const worthThreads = 8 << 20;

/** Starts the threads that share the reading of large tables and large reductions: one fewer than the machine has cores. */
export function startPool(fileSize: number): void {
  const helpers = availableParallelism() - 1;
  if (helpers < 1 || fileSize < worthThreads) return;
  setPool(() => {
    const worker = new Worker(new URL("./thread.cjs", import.meta.url));
    worker.unref();
    return worker;
  }, helpers);
}
