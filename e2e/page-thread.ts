import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ElectronApplication } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time of the thread inside the event, in microseconds; other threads and waiting do not count. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The processor time of the page thread's tasks while `work` runs, in milliseconds, largest first. */
export async function pageThreadTasks(app: ElectronApplication, folder: string, work: () => Promise<void>): Promise<number[]> {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({
      included_categories: ["toplevel", "disabled-by-default-devtools.timeline"],
      excluded_categories: ["*"],
    }),
  );
  await work();
  const path = join(folder, "trace.json");
  await app.evaluate(async ({ contentTracing }, file) => contentTracing.stopRecording(file), path);
  const { traceEvents } = JSON.parse(await readFile(path, "utf8")) as { traceEvents: TraceEvent[] };
  const main = traceEvents.find((event) => event.name === "thread_name" && event.args?.name === "CrRendererMain");
  if (main === undefined) throw new Error("The trace names no page thread.");
  const tasks = traceEvents
    .filter((event) => event.ph === "X" && event.name.endsWith("RunTask") && event.pid === main.pid && event.tid === main.tid)
    .flatMap((event) => (event.tdur === undefined ? [] : [event.tdur / 1000]));
  if (tasks.length === 0) throw new Error("The trace holds no task of the page thread with its processor time.");
  return tasks.toSorted((a, b) => b - a);
}
