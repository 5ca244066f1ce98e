import { MAXIMUM_THREADS } from "../memory/scratch.ts";
import { giveUpHelpers, useHelpers } from "./helpers.ts";

/** The near end of a channel to a thread: a worker_thread, a Web Worker, a MessagePort. Its far end gives each message to `servePool`. */
export interface PoolPort {
  postMessage(message: unknown): void;
}

/**
 * Supplies threads that share the reading of large tables and large reductions. Without it, or where the caller may not wait (a
 * page's main thread), one thread works.
 *
 * `spawn` starts one thread and returns at once; the thread hands every message that it gets to `servePool`. The threads
 * should not keep a process alive. Ending them is the caller's business: `setPool(null)` first.
 *
 * @param spawn    called `threads` times when there is first something to share. `null` takes the pool away.
 *   What it throws then reaches whoever wanted to share, and one thread works from there on.
 * @param threads  beside the calling one; at most 7 are used. One less than the machine has cores is right.
 * @example setPool(() => new Worker(new URL("thread.js", import.meta.url)), 3)
 */
export function setPool(spawn: (() => PoolPort) | null, threads = 1): void {
  if (spawn === null) giveUpHelpers();
  else {
    useHelpers(Math.min(threads, MAXIMUM_THREADS - 1), (slot) => {
      const port = spawn();
      return { post: (message) => port.postMessage(message), slot, told: new Set(), has: new Set() };
    });
  }
}
