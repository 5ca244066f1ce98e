import type { TableKernels } from "../../memory/kernel-instance.ts";
import { claimSegment, ScanState, slotWord } from "./scan-state.ts";
import { type CutFile, type FillFrom, SegmentReader } from "./segment-reader.ts";
import { runJob } from "./workbench.ts";

/** A file's segments, one after the other, that several threads scan. What each is asked stands in the memory of its slot. */
export interface ScanJob {
  /** The words of `ScanState`. */
  readonly state: SharedArrayBuffer;
  /** Address of the first slot's job; the others follow `step` bytes apart. */
  readonly first: number;
  readonly step: number;
  readonly slots: number;
  /** The file that each thread reads its segments from; null: they stand in the slots when they are offered. */
  readonly file: CutFile | null;
}

/** Scans a segment that was claimed, in the slot that it was given. @param reader of the job's file, where it has one */
export function scanSegment(
  job: ScanJob,
  state: Int32Array,
  segment: number,
  kernels: TableKernels,
  reader: SegmentReader | null,
): void {
  const slot = Atomics.load(state, slotWord(job.slots, segment));
  if (reader === null || reader.read(segment, slot)) runJob(kernels, job.first + slot * job.step);
  Atomics.store(state, ScanState.done + slot, segment + 1);
  Atomics.notify(state, ScanState.done + slot);
}

/**
 * A helper's share: segments until no more will come. One that is late touches nothing.
 *
 * @param fill reads the job's file, where the thread has a way to
 */
export function helpScan(job: ScanJob, memory: WebAssembly.Memory, kernels: TableKernels, fill: FillFrom | undefined): void {
  if (job.file !== null && fill === undefined) return;
  const reader = job.file === null || fill === undefined ? null : new SegmentReader(job, job.file, memory, kernels, fill);
  const state = new Int32Array(job.state);
  Atomics.add(state, ScanState.working, 1);
  for (let ready = Atomics.load(state, ScanState.ready); ready >= 0; ready = Atomics.load(state, ScanState.ready)) {
    const segment = claimSegment(state);
    if (segment !== undefined) scanSegment(job, state, segment, kernels, reader);
    else if (Atomics.load(state, ScanState.next) >= ready) Atomics.wait(state, ScanState.ready, ready);
  }
  Atomics.sub(state, ScanState.working, 1);
  Atomics.notify(state, ScanState.working);
}
