import { jobWord } from "./kernel-job.ts";
import type { ScanJob } from "./scan-job.ts";
import { enoughWaiting, Quoting, quotingWord } from "./scan-state.ts";
import { firstRecord } from "./splitter.ts";

/** How a file is cut into segments that each thread reads for itself. Sizes and places are in bytes. */
export interface CutFile {
  /** What it is known by: `SharedFile.handle`. */
  readonly handle: unknown;
  /** Where its first segment starts, and where it ends. */
  readonly from: number;
  readonly size: number;
  /** As `SegmentSizes`. */
  readonly block: number;
  readonly tail: number;
  /** Of the tail that are read at first: nearly always a record starts there. */
  readonly reach: number;
  readonly segments: number;
  /** From a slot's job to its window. */
  readonly window: number;
  /** The character; null where the file has shown none so far. */
  readonly quote: number | null;
}

/** Fills all of `target` with a file's bytes from `start` on, or throws. */
export type FillFrom = (handle: unknown, target: Uint8Array, start: number) => void;

/** The kernel that a reader needs. */
interface Counter {
  readonly countByte: (from: number, end: number, byte: number) => number;
}

/** A segment's bytes in its slot, and where it starts and ends among them. */
interface Cut {
  readonly start: number;
  readonly end: number;
}

/** Reads segments of a file into their slots, each with its own end: where the first record of the next block starts. */
export class SegmentReader {
  readonly #job: ScanJob;
  readonly #file: CutFile;
  readonly #state: Int32Array;
  readonly #buffer: ArrayBufferLike;
  readonly #kernels: Counter;
  readonly #fill: FillFrom;

  constructor(job: ScanJob, file: CutFile, memory: WebAssembly.Memory, kernels: Counter, fill: FillFrom) {
    this.#job = job;
    this.#file = file;
    this.#state = new Int32Array(job.state);
    this.#buffer = memory.buffer;
    this.#kernels = kernels;
    this.#fill = fill;
  }

  /**
   * Reads a segment and says in its slot's job what there is to scan.
   *
   * @returns false where that is nothing: no record's start is known, or the file cannot be read. The job says 0 for the start then.
   */
  read(segment: number, slot: number): boolean {
    const at = this.#job.first + slot * this.#job.step;
    const words = new Uint32Array(this.#buffer, at, jobWord.final + 1);
    words[jobWord.start] = 0;
    const { block, tail, from, size, window } = this.#file;
    const length = Math.min(block + tail, size - from - segment * block);
    const bytes = new Uint8Array(this.#buffer, at + window, length);
    let cut: Cut | null;
    try {
      cut = this.#cut(segment, bytes);
    } catch {
      // Whoever needs the segment will read it again, and be told why that fails.
      return false;
    }
    if (cut === null) return false;
    words[jobWord.start] = bytes.byteOffset + cut.start;
    words[jobWord.end] = bytes.byteOffset + cut.end;
    // Never the file's end: what stands there without a line ending, or in open quotes, a single thread looks at.
    words[jobWord.final] = 0;
    return true;
  }

  /** @param bytes of the segment's block, and behind them its tail */
  #cut(segment: number, bytes: Uint8Array): Cut | null {
    const { block, tail, from, reach, segments } = this.#file;
    const own = Math.min(block, bytes.length);
    const start = from + segment * block;
    const near = bytes.subarray(0, own + Math.min(reach, block));
    this.#fillWith(near, start);
    let inside = this.#beginsInside(segment);
    if (inside === null) {
      inside = this.#countUpTo(segment, bytes);
      this.#fillWith(near, start);
    }
    const next = this.#passOn(segment, inside, bytes.subarray(0, own));
    const last = segment + 1 === segments;
    const first = segment === 0 ? 0 : this.#firstRecord(bytes.subarray(0, Math.min(tail, own)), inside);
    // A last block without a record's start may be the rest of the record before.
    if (first < 0) return last && own <= tail ? { start: own, end: own } : null;
    if (last) return { start: first, end: own };
    let record = this.#firstRecord(near.subarray(own), next);
    if (record < 0) {
      this.#fillWith(bytes.subarray(near.length), start + near.length);
      record = this.#firstRecord(bytes.subarray(own, own + Math.min(tail, block)), next);
    }
    if (record >= 0) return { start: first, end: own + record };
    const behind = this.#file.size - start - own;
    return segment + 2 === segments && behind <= tail ? { start: first, end: own + behind } : null;
  }

  #firstRecord(bytes: Uint8Array, inside: boolean): number {
    return firstRecord(bytes, this.#file.quote, inside);
  }

  #fillWith(target: Uint8Array, start: number): void {
    if (target.length > 0) this.#fill(this.#file.handle, target, start);
  }

  /** Whether a segment's block begins inside quotes; null where those before it have not been counted for longer than they take. */
  #beginsInside(segment: number): boolean | null {
    if (this.#file.quote === null || segment === 0) return false;
    const word = quotingWord(this.#job.slots, this.#file.segments, segment);
    if (Atomics.load(this.#state, word) === Quoting.unknown) {
      Atomics.wait(this.#state, word, Quoting.unknown, enoughWaiting);
    }
    const quoting = Atomics.load(this.#state, word);
    return quoting === Quoting.unknown ? null : quoting === Quoting.inside;
  }

  /** Counts what others have claimed and not counted. @param scratch for the bytes of a block */
  #countUpTo(segment: number, scratch: Uint8Array): boolean {
    const { block, from } = this.#file;
    let known = segment;
    let inside: boolean | null = null;
    while (inside === null) inside = this.#peek(--known);
    for (; known < segment; known++) {
      const bytes = scratch.subarray(0, block);
      this.#fillWith(bytes, from + known * block);
      inside = this.#passOn(known, inside, bytes);
    }
    return inside;
  }

  #peek(segment: number): boolean | null {
    if (segment === 0) return false;
    const quoting = Atomics.load(this.#state, quotingWord(this.#job.slots, this.#file.segments, segment));
    return quoting === Quoting.unknown ? null : quoting === Quoting.inside;
  }

  /** Tells the threads how the next block begins. */
  #passOn(segment: number, inside: boolean, own: Uint8Array): boolean {
    const { quote, segments } = this.#file;
    if (quote === null || segment + 1 === segments) return false;
    const at = own.byteOffset;
    const next = inside !== ((this.#kernels.countByte(at, at + own.length, quote) & 1) === 1);
    const word = quotingWord(this.#job.slots, segments, segment + 1);
    Atomics.store(this.#state, word, next ? Quoting.inside : Quoting.outside);
    Atomics.notify(this.#state, word);
    return next;
  }
}
