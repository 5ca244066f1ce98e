import { InternalError } from "../../errors.ts";
import { memoryOf } from "../../memory/engine-memory.ts";
import { type TableKernels, tableKernels } from "../../memory/kernel-instance.ts";
import { eventWords, jobWord, jobWords } from "./kernel-job.ts";
import { numberTables, tableBytes } from "./powers.ts";

/** The kernel loads whole vectors around a cell. */
const padding = 64;
const eventBytes = 4 * eventWords;

/** Sizes of a workbench's parts, in bytes. */
export interface BenchSizes {
  readonly window: number;
  readonly events: number;
  readonly textCells: number;
  readonly checkpoints: number;
  readonly plan: number;
  readonly empty: number;
  readonly textBytes: number;
  readonly merged: number;
}

/**
 * Sizes for a table of so many columns, text columns among them, read by windows of so many bytes.
 *
 * @param checkpoints rows whose start is kept, all that one call reads; left out: every 256th, of any number of calls
 */
export function benchSizes(window: number, columns: number, textColumns: number, checkpoints?: number): BenchSizes {
  const round = (bytes: number): number => Math.ceil(bytes / 16) * 16;
  return {
    window: round(window),
    events: round(
      eventBytes * Math.max(2 * (2 * columns + 4), checkpoints === undefined ? Math.min(8192, window) : window >> 3),
    ),
    textCells: round(8 * textColumns * Math.max(1, Math.ceil(Math.min(window, 1 << 19) / (4 + textColumns)))),
    // A record has at least one byte of its own and an ending; one more, because a window may begin at a checkpoint.
    checkpoints: round(4 * ((checkpoints ?? Math.ceil(window / 256)) + 2)),
    plan: round(4 * columns),
    empty: round(8 * columns),
    textBytes: textColumns === 0 ? 0 : round(window + padding),
    merged: round(5 * columns),
  };
}

/** Bytes of a whole workbench. */
export function benchBytes(sizes: BenchSizes): number {
  return (
    4 * jobWords +
    tableBytes +
    sizes.plan +
    sizes.empty +
    sizes.textBytes +
    sizes.merged +
    sizes.checkpoints +
    sizes.events +
    sizes.textCells +
    sizes.window +
    2 * padding +
    64
  );
}

/** The piece of engine memory behind a slab that the scan kernel works in. */
export class Workbench {
  readonly job: Uint32Array;
  readonly plan: Int32Array;
  /** For each column its empty cells, and a word of the kernel's own. */
  readonly empty: Uint32Array;
  readonly textBytes: Uint8Array;
  readonly events: Uint32Array;
  readonly textCells: Uint32Array;
  readonly checkpoints: Uint32Array;
  readonly window: Uint8Array;
  /** What its `plan` and `empty` are to it who describes the job; -1 where they are to be written. */
  version = -1;
  /** Room for what is merged: a word of each column, then a byte of each. */
  readonly #merged: Int32Array;
  readonly #kernels: TableKernels;

  /** @param slab what the bench stands behind; its own end is a multiple of 8 bytes */
  constructor(slab: Float64Array, sizes: BenchSizes) {
    const memory = memoryOf(slab);
    if (memory === undefined) throw new InternalError("A scan was begun outside engine memory.");
    this.#kernels = tableKernels.over(memory);
    const { buffer } = memory;
    let at = slab.byteOffset + slab.byteLength;
    const place = (bytes: number): number => {
      const start = at;
      at += bytes;
      return start;
    };
    this.job = new Uint32Array(buffer, place(4 * jobWords), jobWords);
    const tables = new Uint8Array(buffer, place(tableBytes), tableBytes);
    this.plan = new Int32Array(buffer, place(sizes.plan), sizes.plan / 4);
    this.empty = new Uint32Array(buffer, place(sizes.empty), sizes.empty / 4);
    this.textBytes = new Uint8Array(buffer, place(sizes.textBytes), sizes.textBytes);
    this.checkpoints = new Uint32Array(buffer, place(sizes.checkpoints), sizes.checkpoints / 4);
    this.events = new Uint32Array(buffer, place(sizes.events), sizes.events / 4);
    this.textCells = new Uint32Array(buffer, place(sizes.textCells), sizes.textCells / 4);
    this.#merged = new Int32Array(buffer, place(sizes.merged), sizes.merged / 4);
    at += padding;
    this.window = new Uint8Array(buffer, place(sizes.window), sizes.window);
    tables.set(numberTables());
    this.job[jobWord.tables] = tables.byteOffset;
    this.job[jobWord.plan] = this.plan.byteOffset;
    this.job[jobWord.checkpoints] = this.checkpoints.byteOffset;
    this.job[jobWord.events] = this.events.byteOffset;
    this.job[jobWord.eventsEnd] = this.events.byteOffset + this.events.byteLength;
    this.job[jobWord.textCells] = this.textCells.byteOffset;
    this.job[jobWord.empty] = this.empty.byteOffset;
    this.job[jobWord.textBytes] = this.textBytes.byteOffset;
  }

  /** Asks for the window's bytes [start, end). */
  ask(start: number, end: number, final: boolean): void {
    this.job[jobWord.start] = this.window.byteOffset + start;
    this.job[jobWord.end] = this.window.byteOffset + end;
    this.job[jobWord.final] = final ? 1 : 0;
  }

  /** Runs the kernels as the job says. */
  run(): void {
    runJob(this.#kernels, this.job.byteOffset);
  }

  /**
   * Takes what the last call found of the columns into what all have.
   *
   * @param targets for each column what the next call is told of it
   * @param fractional for each column 1 where not all numbers are whole
   */
  mergePlan(targets: Int32Array, fractional: Uint8Array): void {
    const columns = targets.length;
    const words = this.#merged.subarray(0, columns);
    const bytes = new Uint8Array(words.buffer, words.byteOffset + 4 * columns, columns);
    words.set(targets);
    bytes.set(fractional);
    this.#kernels.mergePlan(this.plan.byteOffset, columns, words.byteOffset, bytes.byteOffset);
    targets.set(words);
    fractional.set(bytes);
  }

  /** Where the kernel stopped in the window. */
  get stopped(): number {
    return (this.job[jobWord.stopped] as number) - this.window.byteOffset;
  }

  /** How many of the window's bytes [start, end) are `byte`. */
  count(start: number, end: number, byte: number): number {
    return this.#kernels.countByte(this.window.byteOffset + start, this.window.byteOffset + end, byte) >>> 0;
  }
}

/** Scans what a job asks for, and puts its text together. @param job its address */
export function runJob(kernels: TableKernels, job: number): void {
  kernels.scanCsv(job);
  kernels.gatherText(job);
}
