import { type ByteSource, piecesOf } from "../byte-source.ts";
import type { SegmentSizes, Slot } from "./segment-ring.ts";
import type { Splitter } from "./splitter.ts";

/** Where a segment starts and ends in its slot's window. */
export interface Segment {
  readonly slot: Slot;
  readonly start: number;
  readonly end: number;
}

/** Reads the blocks of a source that only one thread can read, in their order; a segment is known when the next block came. */
export class BlockFeed {
  readonly #source: ByteSource;
  readonly #from: number;
  readonly #sizes: SegmentSizes;
  readonly #splitter: Splitter;
  readonly #blocks: number;
  /** Reads under way, in the order of their blocks. */
  readonly #reads: Promise<void>[] = [];
  readonly #slots: Slot[] = [];
  #came = 0;
  /** Where the segment of the last block that came starts in it. */
  #start = 0;
  #closed = false;
  /** Segments that there are: fewer than blocks where the last ones were too small. */
  segments: number;
  /** No segment is known behind those that came: in the next block no record starts. */
  broken = false;

  constructor(source: ByteSource, from: number, sizes: SegmentSizes, splitter: Splitter) {
    this.#source = source;
    this.#from = from;
    this.#sizes = sizes;
    this.#splitter = splitter;
    this.#blocks = Math.ceil((source.size - from) / sizes.block);
    this.segments = this.#blocks;
  }

  /** Where in the file the segment starts that was last known to. */
  get start(): number {
    return this.#from + (this.#came - 1) * this.#sizes.block + this.#start;
  }

  /** A block is on its way, and worth waiting for. */
  get awaits(): boolean {
    return !this.broken && this.#reads.length > 0;
  }

  /** Begins to read the next block. */
  ask(slot: Slot): void {
    const { block } = this.#sizes;
    const start = this.#from + this.#slots.length * block;
    const read = this.#read(slot, start, Math.min(block, this.#source.size - start));
    // It is awaited when its turn comes; until then nobody else listens.
    read.catch(() => undefined);
    this.#reads.push(read);
    this.#slots.push(slot);
  }

  /** Waits for the next block. @returns what is known to be whole now, in the order of the file */
  async next(): Promise<Segment[]> {
    await this.#reads[0];
    this.#reads.shift();
    return [...this.#pass()];
  }

  /** What is still read is not wanted any more. */
  close(): void {
    this.#closed = true;
  }

  async #read(slot: Slot, start: number, length: number): Promise<void> {
    await piecesOf(this.#source, start, start + length, (bytes, at) => {
      if (!this.#closed) slot.bench.window.set(bytes, at - start);
    });
  }

  *#pass(): Generator<Segment> {
    const { block, tail } = this.#sizes;
    const k = this.#came++;
    const slot = this.#slots[k] as Slot;
    const { bench } = slot;
    const length = Math.min(block, this.#source.size - this.#from - k * block);
    const last = k + 1 === this.#blocks;
    if (k > 0) {
      const before = this.#slots[k - 1] as Slot;
      const head = bench.window.subarray(0, Math.min(tail, length));
      const record = this.#splitter.firstRecord(head);
      // What is left may be the rest of the last record.
      const rest = record < 0 && last && head.length === length;
      if (record < 0 && !rest) {
        this.#came--;
        this.broken = true;
        return;
      }
      const end = rest ? length : record;
      before.bench.window.set(head.subarray(0, end), block);
      yield { slot: before, start: this.#start, end: block + end };
      this.#start = end;
      if (rest || (last && end === length)) {
        this.segments = k;
        return;
      }
    }
    this.#splitter.pass(bench, length);
    if (last) yield { slot, start: this.#start, end: length };
  }
}
