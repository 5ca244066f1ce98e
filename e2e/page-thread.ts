import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ElectronApplication, expect, test } from "@playwright/test";
import { watchStolenTime } from "./stolen-time.ts";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began, and how long it took, in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread inside the event, in microseconds; other threads and waiting do not count. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string } };
}

/** What the tests themselves ask of the page comes as such messages: their searches for cells are none of the page's work. */
const OF_THE_TESTS = "blink.mojom.DevToolsSession";

/** What a fixed piece of work took at best since the tests began, in milliseconds. */
let fastest = Number.POSITIVE_INFINITY;

/**
 * What the fixed piece of work takes on the page's thread now, in milliseconds. A virtual machine's core is half a real one: while a
 * neighbour uses the other half, everything takes up to twice the processor time.
 */
async function pace(app: ElectronApplication): Promise<number> {
  const page = await app.firstWindow();
  const now = await page.evaluate(() => {
    let least = Number.POSITIVE_INFINITY;
    let mixed = 1;
    for (let turn = 0; turn < 9; turn++) {
      const start = performance.now();
      for (let k = 0; k < 2_000_000; k++) mixed = Math.imul(mixed ^ k, 0x9e3779b1);
      least = Math.min(least, performance.now() - start);
    }
    return mixed === 0 ? 0 : least;
  });
  fastest = Math.min(fastest, now);
  return now;
}

export interface PageTasks {
  /** The processor time of each task, in milliseconds at the machine's best speed, largest first. */
  readonly times: readonly number[];
  /** The share of the processors that the machine's host took meanwhile, 0 to 1. */
  readonly stolen: number;
}

/** What the page's thread does while `work` runs. */
export async function pageThreadTasks(app: ElectronApplication, folder: string, work: () => Promise<void>): Promise<PageTasks> {
  const before = await pace(app);
  const stolenSince = watchStolenTime();
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({
      included_categories: ["toplevel", "disabled-by-default-devtools.timeline"],
      excluded_categories: ["*"],
    }),
  );
  await work();
  const stolen = stolenSince();
  const path = join(folder, "trace.json");
  await app.evaluate(async ({ contentTracing }, file) => contentTracing.stopRecording(file), path);
  const { traceEvents } = JSON.parse(await readFile(path, "utf8")) as { traceEvents: TraceEvent[] };
  const main = traceEvents.find((event) => event.name === "thread_name" && event.args?.name === "CrRendererMain");
  if (main === undefined) throw new Error("The trace names no page thread.");
  const onPage = traceEvents.filter((event) => event.ph === "X" && event.pid === main.pid && event.tid === main.tid);
  const asked = onPage.filter((event) => event.args?.chrome_mojo_event_info?.mojo_interface_tag === OF_THE_TESTS);
  const tasks = outermost(onPage.filter((event) => event.name.endsWith("RunTask"))).flatMap((event) =>
    event.tdur === undefined ? [] : [(event.tdur - timeWithin(event, asked)) / 1000],
  );
  if (tasks.length === 0) throw new Error("The trace holds no task of the page thread with its processor time.");
  // Only what was slow at both ends counts as slow in between: else a short burst at one end would excuse a long task.
  const slow = Math.min(before, await pace(app)) / fastest;
  if (slow > 1.05) console.log(`The processor is ${slow.toFixed(2)} times slower than at best: its times are divided by that.`);
  return { times: tasks.map((ms) => ms / slow).toSorted((a, b) => b - a), stolen };
}

/** What people notice as a stutter, in milliseconds. Processor time, so that a busy machine does not fail the test. */
const STUTTER = 50;

/** Where the machine's host takes more than this share of the processors, what is measured says nothing of us. */
const DISTURBED = 0.05;

/** For tests that end with `expectNoStutter`: what is always slow fails three times. */
export const measuredAgain = { retries: 2 };

/**
 * Says how long the largest tasks were while something was done, and that none of them was one that people notice. What the
 * machine's host disturbs is measured again; what it disturbs each time is skipped, and that is said.
 */
export function expectNoStutter({ times, stolen }: PageTasks, doing: string): void {
  const largest = times.slice(0, 5).map((ms) => ms.toFixed(1));
  const host = stolen > DISTURBED ? `, while the host took ${Math.round(100 * stolen)} % of the processors` : "";
  console.log(`page thread, ${doing}: ${times.length} tasks, the largest ${largest.join(", ")} ms of processor time${host}`);
  const [longest = 0] = times;
  test.skip(
    longest > STUTTER && host !== "" && test.info().retry >= measuredAgain.retries,
    `not judged: a task of ${largest[0]} ms${host}`,
  );
  expect(longest, `the longest task, in ms${host}`).toBeLessThanOrEqual(STUTTER);
}

/** The events that lie in no other: Chromium traces a task in two categories, one in the other. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = Number.NEGATIVE_INFINITY;
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}

/** The processor time of those events that lie within another, in microseconds. */
function timeWithin({ ts, dur = 0 }: TraceEvent, events: readonly TraceEvent[]): number {
  return events.filter((event) => event.ts >= ts && event.ts <= ts + dur).reduce((sum, event) => sum + (event.tdur ?? 0), 0);
}
