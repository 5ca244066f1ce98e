import { readFileSync } from "node:fs";

/**
 * Begins to watch how much of the processors the host of a virtual machine takes for itself. What it takes in the middle of a task
 * lengthens the task, its processor time too.
 *
 * @returns gives the share that was taken since, 0 to 1; always 0 where the system does not say (all but Linux).
 */
export function watchStolenTime(): () => number {
  const before = processorTicks();
  return () => {
    const after = processorTicks();
    const all = after.all - before.all;
    return all > 0 ? (after.stolen - before.stolen) / all : 0;
  };
}

/** All that the processors have counted since the system started, in ticks, and what of it was stolen; see proc_stat(5). */
function processorTicks(): { readonly all: number; readonly stolen: number } {
  if (process.platform !== "linux") return { all: 0, stolen: 0 };
  const [first = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  // user, nice, system, idle, iowait, irq, softirq, steal; what follows is part of the first two.
  const ticks = first.trim().split(/\s+/u).slice(1, 9).map(Number);
  return { all: ticks.reduce((sum, each) => sum + each, 0), stolen: ticks[7] ?? 0 };
}
