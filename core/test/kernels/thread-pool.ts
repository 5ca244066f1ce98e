import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "vite";
import { afterAll, beforeAll } from "vitest";
import { kernels } from "../../../build/kernels.mjs";
import { startHelpers } from "../../src/pool/helpers.ts";
import { setPool } from "../../src/pool/pool.ts";

/** Bundles `pool-thread.ts`, because Node 20 runs no TypeScript, and returns how to start a thread of it. */
export async function threadMaker(): Promise<() => Worker> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    plugins: [kernels()],
    build: { ssr: fileURLToPath(new URL("pool-thread.ts", import.meta.url)), write: false, target: "node20" },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunk = outputs.flatMap((one) => ("output" in one ? one.output : [])).find((one) => one.type === "chunk");
  if (!chunk) throw new Error("The pool's thread was not bundled.");
  const url = new URL(`data:text/javascript;base64,${Buffer.from(chunk.code).toString("base64")}`);
  return () => {
    const worker = new Worker(url);
    worker.unref();
    return worker;
  };
}

/** Gives the tests of the describe block around it three helpers, which have started. */
export function useThreeHelpers(): void {
  const workers: Worker[] = [];
  beforeAll(async () => {
    const make = await threadMaker();
    setPool(() => {
      const worker = make();
      workers.push(worker);
      return worker;
    }, 3);
    startHelpers();
    await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once("online", resolve))));
  });
  afterAll(async () => {
    setPool(null);
    await Promise.all(workers.map((worker) => worker.terminate()));
  });
}
