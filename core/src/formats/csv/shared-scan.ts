import { callHelpers, useHelpers } from "../../pool/helpers.ts";
import type { ByteSource } from "../byte-source.ts";
import { jobWord } from "./kernel-job.ts";
import { claimSegment, type ScanJob, ScanState, scanSegment, slotWord } from "./scan-job.ts";
import type { ScanTally } from "./scan-tally.ts";
import type { SegmentRing, SegmentSizes, Slot } from "./segment-ring.ts";
import { Splitter } from "./splitter.ts";
import type { Task } from "./task.ts";
import type { Workbench } from "./workbench.ts";

/** A helper that is silent for so long is taken for dead. In milliseconds. */
const patience = 10_000;
/** Longer than a segment takes: the system has given the helper's processor to somebody else. In milliseconds. */
const enoughWaiting = 2;
/** Segments that wait for a thread before this one takes one itself: it also has to keep the others in work. */
const enough = 8;

/**
 * Scans a file by several threads, from a record's start on.
 *
 * The file is read in blocks, each into a slot of the ring. A segment goes from the first record that starts in its block to the
 * first that starts in the next one, which is a guess: quotes may mislead it. Whoever is free scans it, into its slot. In the
 * order of the file the results are then taken into the table, as long as each segment was read to its end: that proves the
 * next one's start right, so that the table is the one that a single thread reads. Where the next result is long in coming, the
 * segment is scanned once more, into a slot that is kept for that.
 *
 *     block 0        block 1        block 2
 *     |--------------|--------------|------
 *     [segment 0       )[segment 1   )[segment 2
 */
export class SharedScan {
  readonly #source: ByteSource;
  readonly #ring: SegmentRing;
  readonly #sizes: SegmentSizes;
  readonly #tally: ScanTally;
  readonly #task: Task;
  readonly #from: number;
  readonly #blocks: number;
  readonly #splitter: Splitter;
  readonly #state: Int32Array;
  readonly #job: ScanJob;
  /** Reads under way, in the order of their blocks. */
  readonly #reads: Promise<void>[] = [];
  /** Blocks that were asked for, and that came; segments that may be scanned, and that are in the table. */
  #asked = 0;
  #came = 0;
  #ready = 0;
  #taken = 0;
  /** Segments that there are: fewer than blocks where the last ones were too small. */
  #segments: number;
  /** Where the segment of the last block that came starts in it. */
  #start = 0;
  #split = true;
  /** Slots that nothing is in; and those whose segment is in the table, and is still being scanned by a helper. */
  readonly #free: number[];
  readonly #late: { readonly slot: number; readonly segment: number }[] = [];
  readonly #spare: Slot;
  /** The spare slot has the segment that comes next in the table. */
  #again = false;
  #closed = false;

  /** @param from where a record starts; `tally` has everything before it */
  constructor(source: ByteSource, ring: SegmentRing, sizes: SegmentSizes, tally: ScanTally, from: number, task: Task) {
    this.#source = source;
    this.#ring = ring;
    this.#sizes = sizes;
    this.#tally = tally;
    this.#task = task;
    this.#from = from;
    this.#blocks = Math.ceil((source.size - from) / sizes.block);
    this.#segments = this.#blocks;
    this.#splitter = new Splitter(tally.quotes ? tally.plan.dialect.quote : null);
    const slots = ring.slots.length;
    this.#free = Array.from({ length: slots - 1 }, (_, k) => k);
    this.#spare = ring.slots[slots - 1] as Slot;
    const state = new SharedArrayBuffer(4 * slotWord(slots, this.#blocks));
    this.#state = new Int32Array(state);
    this.#job = { state, first: ring.slots[0]?.bench.job.byteOffset ?? 0, step: ring.step, slots };
  }

  /**
   * @returns where it ended, a record's start: the file's end, or where a record has no end, a segment's start was guessed wrong or
   *   cannot be guessed, or a slot was too small
   * @throws {CancelledError} the task was cancelled.
   */
  async run(): Promise<number> {
    callHelpers(this.#ring.memory, { say: "scan", job: this.#job });
    try {
      for (;;) {
        const end = this.#take();
        if (end !== null) return end;
        this.#ask();
        await this.#advance();
      }
    } finally {
      await this.#close();
    }
  }

  /** Asks for as many blocks as there are slots for. */
  #ask(): void {
    const { block } = this.#sizes;
    while (this.#asked < this.#blocks) {
      const slot = this.#freeSlot();
      if (slot === undefined) return;
      Atomics.store(this.#state, slotWord(this.#ring.slots.length, this.#asked), slot);
      const { window } = this.#slotOf(this.#asked).bench;
      const start = this.#from + this.#asked * block;
      const target = window.subarray(0, Math.min(block, this.#source.size - start));
      const read = this.#read(target, start);
      // It is awaited when its turn comes; until then nobody else listens.
      read.catch(() => undefined);
      this.#reads.push(read);
      this.#asked++;
    }
  }

  #freeSlot(): number | undefined {
    const [late] = this.#late;
    if (late !== undefined && this.#isDone(late.segment)) {
      this.#late.shift();
      this.#free.push(late.slot);
    }
    return this.#free.pop();
  }

  #numberOf(segment: number): number {
    return Atomics.load(this.#state, slotWord(this.#ring.slots.length, segment));
  }

  #slotOf(segment: number): Slot {
    return this.#ring.slots[this.#numberOf(segment)] as Slot;
  }

  async #read(target: Uint8Array, start: number): Promise<void> {
    if (this.#source.readInto !== undefined) return this.#source.readInto(target, start);
    const bytes = await this.#source.read(start, start + target.length);
    if (!this.#closed) target.set(bytes);
  }

  /** Takes what was scanned into the table. @returns where all ends, once it does */
  #take(): number | null {
    while (this.#taken < this.#ready && (this.#again || this.#isDone(this.#taken))) {
      const segment = this.#taken;
      const slot = this.#numberOf(segment);
      const { numbers, bench } = this.#again ? this.#spare : this.#slotOf(segment);
      const { plan, quotes } = this.#tally;
      const count = (bench.job[jobWord.rows] as number) * plan.blockWidth;
      plan.numbers.reserve(count);
      plan.numbers.slab.set(numbers.subarray(0, count), plan.numbers.used);
      const position = this.#from + this.#taken * this.#sizes.block;
      this.#tally.take(bench, position);
      this.#taken++;
      if (this.#again && !this.#isDone(segment)) this.#late.push({ slot, segment });
      else this.#free.push(slot);
      this.#again = false;
      const end = position + bench.stopped;
      // With the first quote seen, the guesses that did not count them are worth nothing.
      if (!isRead(bench.job) || (this.#tally.quotes && !quotes)) return end;
      if (this.#taken === this.#segments) return end;
    }
    if (!this.#split && this.#taken === this.#ready) return this.#positionOfNext();
    return null;
  }

  #positionOfNext(): number {
    return this.#from + this.#taken * this.#sizes.block + (this.#taken === 0 ? 0 : this.#start);
  }

  /** Does what there is to do now: a block that came, a segment of its own, or waiting. */
  async #advance(): Promise<void> {
    const waiting = this.#ready - Atomics.load(this.#state, ScanState.next);
    const [read] = this.#reads;
    if (this.#split && read !== undefined && waiting < enough) {
      await read;
      this.#reads.shift();
      this.#publish();
    } else {
      const segment = claimSegment(this.#state);
      if (segment !== undefined) scanSegment(this.#job, this.#state, segment, this.#ring.kernels);
      else if (this.#taken < this.#ready) this.#wait();
    }
    await this.#task.step(this.#from + this.#taken * this.#sizes.block, this.#source.size);
  }

  /** A block came: now it is known where the segment before it ends. */
  #publish(): void {
    const { block, tail } = this.#sizes;
    const k = this.#came++;
    const { bench } = this.#slotOf(k);
    const length = Math.min(block, this.#source.size - this.#from - k * block);
    const last = k + 1 === this.#blocks;
    if (k > 0) {
      const before = this.#slotOf(k - 1).bench;
      const head = bench.window.subarray(0, Math.min(tail, length));
      const start = this.#splitter.firstRecord(head);
      // What is left may be the rest of the last record.
      const rest = start < 0 && last && head.length === length;
      if (start < 0 && !rest) {
        this.#split = false;
        return;
      }
      const end = rest ? length : start;
      before.window.set(head.subarray(0, end), block);
      this.#offer(before, block + end);
      this.#start = end;
      if (rest || (last && end === length)) {
        this.#segments = k;
        return;
      }
    }
    this.#splitter.pass(bench, length);
    if (last) this.#offer(bench, length);
  }

  #offer(bench: Workbench, end: number): void {
    this.#tally.describe(bench, true);
    // Never the file's end: what stands there without a line ending, or in open quotes, a single thread looks at.
    bench.ask(this.#start, end, false);
    this.#ready++;
    Atomics.store(this.#state, ScanState.ready, this.#ready);
    Atomics.notify(this.#state, ScanState.ready, 1);
  }

  #isDone(segment: number): boolean {
    return Atomics.load(this.#state, ScanState.done + this.#numberOf(segment)) > segment;
  }

  /** Waits for the segment that comes next in the table, but not for long. */
  #wait(): void {
    const word = ScanState.done + this.#numberOf(this.#taken);
    const done = Atomics.load(this.#state, word);
    if (done > this.#taken || Atomics.wait(this.#state, word, done, enoughWaiting) !== "timed-out") return;
    const { job, window } = this.#slotOf(this.#taken).bench;
    const { bench } = this.#spare;
    const start = (job[jobWord.start] as number) - window.byteOffset;
    const end = (job[jobWord.end] as number) - window.byteOffset;
    bench.window.set(window.subarray(start, end), start);
    this.#tally.describe(bench, true);
    bench.ask(start, end, false);
    bench.run();
    this.#again = true;
  }

  /** No helper and no read touches the ring any more when this is done. */
  async #close(): Promise<void> {
    this.#closed = true;
    const state = this.#state;
    Atomics.store(state, ScanState.ready, -1);
    Atomics.notify(state, ScanState.ready);
    for (let working = Atomics.load(state, ScanState.working); working > 0; working = Atomics.load(state, ScanState.working)) {
      if (Atomics.wait(state, ScanState.working, working, patience) === "timed-out") {
        useHelpers([]);
        break;
      }
    }
    if (this.#source.readInto !== undefined) await Promise.allSettled(this.#reads);
  }
}

/** The segment was read to its end. */
function isRead(job: Uint32Array): boolean {
  return job[jobWord.stopped] === job[jobWord.end];
}
