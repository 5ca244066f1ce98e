import { threadCount } from "../../pool/helpers.ts";
import type { ByteSource, SharedFile } from "../byte-source.ts";
import { KernelScanner } from "./kernel-scanner.ts";
import type { PlannedScan } from "./plan.ts";
import type { ScanTally } from "./scan-tally.ts";
import { SegmentRing } from "./segment-ring.ts";
import { SharedScan } from "./shared-scan.ts";
import { isWorthSharing, readAhead, rowsInTail, type Sharing, usualSharing } from "./sharing.ts";
import type { Task } from "./task.ts";
import { scanSource } from "./windows.ts";

/** Slots beside those that threads work in: for segments that wait for their turn in the table, and for blocks that were read. */
const slotsAhead = 4;
const slotsOfReads = 6;
/** Rows that one thread waits for: the kernel begins a record that is not whole anew. */
const rowsAhead = 4;
/** A wrong guess is rare when so many times as much was read before it as behind the one before. */
const rare = 8;
/** Bytes of a tail that cost nothing beside a block. */
const leastReach = 1 << 12;

/** Scans all records of a file from `start` on, by the pool's threads together where it is worth it. */
export async function scanFile(
  source: ByteSource,
  start: number,
  plan: PlannedScan,
  firstLine: number,
  task: Task,
  sharing: Sharing = { ...(source.shared === undefined ? readAhead : usualSharing), threads: threadCount() },
): Promise<ScanTally> {
  const scanner = new KernelScanner(plan, firstLine, plan.window);
  const { tally } = scanner;
  tally.quotes = plan.quotes;
  const { threads, block, tail } = sharing;
  let retreat = sharing.retreat / 2;
  const ahead = rowsAhead * plan.rowBytes;
  let at = start;
  if (isWorthSharing(source.size - start, plan.rowBytes, sharing)) {
    const sizes = { block, tail };
    const reach = Math.min(tail, Math.max(leastReach, Math.ceil(rowsInTail * plan.rowBytes)));
    const slots = threads + slotsAhead + (source.shared === undefined ? slotsOfReads : 0);
    const ring = new SegmentRing(plan, slots, sizes, plan.rowBytes);
    try {
      while (source.size - at > sharing.retreat) {
        const before = tally.quotes;
        const from = at;
        at = await new SharedScan({ source, ring, sizes, reach, task }, tally, at).run();
        // Where quotes were met for the first time, only the guesses were wrong.
        if (before !== tally.quotes || at === source.size) continue;
        retreat = at - from > rare * retreat ? sharing.retreat : 2 * retreat;
        at = await scanSource(source, at, plan.dialect, scanner, task, ahead, at + retreat);
      }
    } finally {
      ring.release();
    }
  }
  if (source.shared !== undefined) at = await scanWindows(source, source.shared, at, scanner, task);
  if (at < source.size) await scanSource(source, at, plan.dialect, scanner, task, ahead);
  await task.step(source.size, source.size);
  return tally;
}

/** Scans a file that this thread can read at once, as long as each window brings whole records. @returns where it stopped */
async function scanWindows(
  { size }: ByteSource,
  file: SharedFile,
  start: number,
  scanner: KernelScanner,
  task: Task,
): Promise<number> {
  let at = start;
  while (at < size) {
    const next = scanner.scanFrom(file, at, size);
    await task.step(next, size);
    if (next === at) break;
    at = next;
  }
  return at;
}
