import { isMainThread, workerData } from "node:worker_threads";

// One file has three parts: the process, the thread with the engine, and the threads that help it. Each loads only its own.
if (isMainThread) {
  const { run } = await import("./host/run.ts");
  await run(process.argv.slice(2));
} else if (workerData === "help") {
  const { helpOut } = await import("./engine/pool-thread.ts");
  helpOut();
} else {
  const { work } = await import("./engine/work.ts");
  await work(workerData);
}
