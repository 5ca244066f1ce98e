import { callHelpers, giveUpHelpers } from "../../pool/helpers.ts";
import type { ByteSource } from "../byte-source.ts";
import { BlockFeed, type Segment } from "./block-feed.ts";
import { jobWord } from "./kernel-job.ts";
import { type ScanJob, scanSegment } from "./scan-job.ts";
import { claimSegment, enoughWaiting, ScanState, slotWord, stateWords } from "./scan-state.ts";
import type { ScanTally } from "./scan-tally.ts";
import { SegmentReader } from "./segment-reader.ts";
import type { SegmentRing, SegmentSizes, Slot } from "./segment-ring.ts";
import { Splitter } from "./splitter.ts";
import type { Task } from "./task.ts";

/** A helper that is silent for so long is taken for dead. In milliseconds. */
const patience = 10_000;
/** Segments that wait for a thread before this one takes one itself: it also has to keep the others in work. */
const enough = 8;

/** What a shared scan works on and with. */
export interface SharedFileScan {
  readonly source: ByteSource;
  readonly ring: SegmentRing;
  readonly sizes: SegmentSizes;
  /** Of a block's tail that are read at first, in bytes: nearly always a record starts there. */
  readonly reach: number;
  readonly task: Task;
}

/**
 * Scans a file by several threads, from a record's start on.
 *
 * The file is cut into blocks, each for a slot of the ring. A segment goes from the first record that starts in its block to the
 * first that starts in the next one, which is a guess: quotes may mislead it. Whoever is free reads it, where all threads can
 * read the file, and scans it, into its slot. In the order of the file the results are then taken into the table, as long as
 * each segment was read to its end: that proves the next one's start right, so that the table is the one that a single thread
 * reads. Where the next result is long in coming, the segment is scanned once more, into a slot that is kept for that.
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
  readonly #state: Int32Array;
  readonly #job: ScanJob;
  /** One of them is there: the threads read, or this one does for all. */
  readonly #reader: SegmentReader | null;
  readonly #feed: BlockFeed | null;
  /** Blocks that have a slot; segments that may be scanned, and that are in the table. */
  #asked = 0;
  #ready = 0;
  #taken = 0;
  /** Where the rows end that are in the table. */
  #end: number;
  /** Slots that nothing is in; and those whose segment is in the table, and is still being scanned by a helper. */
  readonly #free: number[];
  readonly #late: { readonly slot: number; readonly segment: number }[] = [];
  readonly #spare: number;
  /** The spare slot has the segment that comes next in the table. */
  #again = false;

  /** @param from where a record starts; `tally` has everything before it */
  constructor({ source, ring, sizes, reach, task }: SharedFileScan, tally: ScanTally, from: number) {
    this.#source = source;
    this.#ring = ring;
    this.#sizes = sizes;
    this.#tally = tally;
    this.#task = task;
    this.#from = from;
    this.#end = from;
    this.#blocks = Math.ceil((source.size - from) / sizes.block);
    this.#spare = ring.slots.length - 1;
    this.#free = Array.from({ length: this.#spare }, (_, k) => k);
    const state = new SharedArrayBuffer(4 * stateWords(ring.slots.length, this.#blocks));
    this.#state = new Int32Array(state);
    const quote = tally.quotes ? tally.plan.dialect.quote : null;
    const { shared, size } = source;
    const cut = { from, size, ...sizes, reach, segments: this.#blocks, window: ring.window, quote };
    const file = shared === undefined ? null : { handle: shared.handle, ...cut };
    this.#job = { state, first: ring.first, step: ring.step, slots: ring.slots.length, file };
    const fill = (_: unknown, target: Uint8Array, start: number): void => shared?.fill(target, start);
    this.#reader = file && new SegmentReader(this.#job, file, ring.memory, ring.kernels, fill);
    this.#feed = file === null ? new BlockFeed(source, from, sizes, new Splitter(quote)) : null;
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
      this.#close();
    }
  }

  /** Gives blocks to as many slots as there are. */
  #ask(): void {
    while (this.#asked < this.#blocks) {
      const slot = this.#freeSlot();
      if (slot === undefined) return;
      const block = this.#asked++;
      Atomics.store(this.#state, slotWord(this.#ring.slots.length, block), slot);
      if (this.#feed === null) this.#offer(this.#slotOf(block));
      else this.#feed.ask(this.#slotOf(block));
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

  /** A segment may be scanned. */
  #offer({ bench }: Slot): void {
    this.#tally.describe(bench, true);
    this.#ready++;
    Atomics.store(this.#state, ScanState.ready, this.#ready);
    Atomics.notify(this.#state, ScanState.ready, 1);
  }

  /** Takes what was scanned into the table. @returns where all ends, once it does */
  #take(): number | null {
    while (this.#taken < this.#ready && (this.#again || this.#isDone(this.#taken))) {
      const segment = this.#taken;
      const slot = this.#numberOf(segment);
      const { numbers, bench } = this.#ring.slots[this.#again ? this.#spare : slot] as Slot;
      // Nobody knew where it starts and ends.
      if (bench.job[jobWord.start] === 0) return this.#end;
      const { plan, quotes } = this.#tally;
      const count = (bench.job[jobWord.rows] as number) * plan.blockWidth;
      plan.numbers.reserve(count);
      plan.numbers.slab.set(numbers.subarray(0, count), plan.numbers.used);
      const position = this.#from + segment * this.#sizes.block;
      this.#tally.take(bench, position);
      this.#taken++;
      if (this.#again && !this.#isDone(segment)) this.#late.push({ slot, segment });
      else this.#free.push(slot);
      this.#again = false;
      this.#end = position + bench.stopped;
      // With the first quote seen, the guesses that did not count them are worth nothing.
      if (!isRead(bench.job) || (this.#tally.quotes && !quotes)) return this.#end;
      if (this.#taken === (this.#feed?.segments ?? this.#blocks)) return this.#end;
    }
    return this.#feed?.broken && this.#taken === this.#ready ? this.#feed.start : null;
  }

  /** Does what there is to do now: a block that came, a segment of its own, or waiting. */
  async #advance(): Promise<void> {
    const waiting = this.#ready - Atomics.load(this.#state, ScanState.next);
    if (this.#feed?.awaits && waiting < enough) {
      for (const segment of await this.#feed.next()) this.#offerCut(segment);
    } else {
      const segment = claimSegment(this.#state);
      if (segment !== undefined) scanSegment(this.#job, this.#state, segment, this.#ring.kernels, this.#reader);
      else if (this.#taken < this.#ready) this.#wait();
    }
    await this.#task.step(this.#from + this.#taken * this.#sizes.block, this.#source.size);
  }

  #offerCut({ slot, start, end }: Segment): void {
    // Never the file's end: what stands there without a line ending, or in open quotes, a single thread looks at.
    slot.bench.ask(start, end, false);
    this.#offer(slot);
  }

  #isDone(segment: number): boolean {
    return Atomics.load(this.#state, ScanState.done + this.#numberOf(segment)) > segment;
  }

  /** Waits for the segment that comes next in the table, but not for long. */
  #wait(): void {
    const word = ScanState.done + this.#numberOf(this.#taken);
    const done = Atomics.load(this.#state, word);
    if (done > this.#taken || Atomics.wait(this.#state, word, done, enoughWaiting) !== "timed-out") return;
    const { bench } = this.#ring.slots[this.#spare] as Slot;
    this.#tally.describe(bench, true);
    if (this.#reader === null) {
      const { job, window } = this.#slotOf(this.#taken).bench;
      const start = (job[jobWord.start] as number) - window.byteOffset;
      const end = (job[jobWord.end] as number) - window.byteOffset;
      bench.window.set(window.subarray(start, end), start);
      bench.ask(start, end, false);
      bench.run();
    } else if (this.#reader.read(this.#taken, this.#spare)) bench.run();
    this.#again = true;
  }

  /** No helper and no read touches the ring any more when this is done. */
  #close(): void {
    this.#feed?.close();
    const state = this.#state;
    Atomics.store(state, ScanState.ready, -1);
    Atomics.notify(state, ScanState.ready);
    for (let working = Atomics.load(state, ScanState.working); working > 0; working = Atomics.load(state, ScanState.working)) {
      if (Atomics.wait(state, ScanState.working, working, patience) === "timed-out") {
        giveUpHelpers();
        break;
      }
    }
  }
}

/** The segment was read to its end. */
function isRead(job: Uint32Array): boolean {
  return job[jobWord.stopped] === job[jobWord.end];
}
