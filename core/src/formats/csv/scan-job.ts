import type { TableKernels } from "../../memory/kernel-instance.ts";
import { runJob } from "./workbench.ts";

/** A file's segments, one after the other, that several threads scan. What each is asked stands in the memory of its slot. */
export interface ScanJob {
  /** The words below. */
  readonly state: SharedArrayBuffer;
  /** Address of the first slot's job; the others follow `step` bytes apart. */
  readonly first: number;
  readonly step: number;
  readonly slots: number;
}

/** Words of a job's state, int32. */
export const ScanState = {
  /** Segments that may be claimed so far; negative: no more will come, and none may be claimed. */
  ready: 0,
  /** The next segment that nobody has claimed. */
  next: 1,
  /** Helpers that are at work. */
  working: 2,
  /**
   * From here on a word for each slot: one more than the number of the segment that was scanned there last. Then a word for each
   * segment: its slot.
   */
  done: 3,
} as const;

/** The word that has a segment's slot. */
export function slotWord(slots: number, segment: number): number {
  return ScanState.done + slots + segment;
}

/** A segment that nobody else will scan; undefined where there is none now. */
export function claimSegment(state: Int32Array): number | undefined {
  for (;;) {
    const segment = Atomics.load(state, ScanState.next);
    if (segment >= Atomics.load(state, ScanState.ready)) return undefined;
    if (Atomics.compareExchange(state, ScanState.next, segment, segment + 1) === segment) return segment;
  }
}

export function scanSegment(job: ScanJob, state: Int32Array, segment: number, kernels: TableKernels): void {
  const slot = Atomics.load(state, slotWord(job.slots, segment));
  runJob(kernels, job.first + slot * job.step);
  Atomics.store(state, ScanState.done + slot, segment + 1);
  Atomics.notify(state, ScanState.done + slot);
}

/** A helper's share: segments until no more will come. One that is late touches nothing. */
export function helpScan(job: ScanJob, kernels: TableKernels): void {
  const state = new Int32Array(job.state);
  Atomics.add(state, ScanState.working, 1);
  for (let ready = Atomics.load(state, ScanState.ready); ready >= 0; ready = Atomics.load(state, ScanState.ready)) {
    const segment = claimSegment(state);
    if (segment !== undefined) scanSegment(job, state, segment, kernels);
    else if (Atomics.load(state, ScanState.next) >= ready) Atomics.wait(state, ScanState.ready, ready);
  }
  Atomics.sub(state, ScanState.working, 1);
  Atomics.notify(state, ScanState.working);
}
