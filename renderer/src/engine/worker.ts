import { createEngine, type WorkerLike } from "./client.ts";
import type { Engine } from "./engine.ts";

/** The engine in a Web Worker of its own. */
export function startEngine(): Engine {
  return createEngine(
    () => new Worker(new URL("../../worker/main.ts", import.meta.url), { type: "module" }) as unknown as WorkerLike,
  );
}
