import { InternalError } from "../../errors.ts";
import { memoryOf } from "../../memory/engine-memory.ts";
import { type Kernels, kernelsOver } from "../../memory/kernel-instance.ts";
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
}

/** Sizes for a table of so many columns, text columns among them, read by windows of so many bytes. */
export function benchSizes(window: number, columns: number, textColumns: number): BenchSizes {
  const round = (bytes: number): number => Math.ceil(bytes / 16) * 16;
  return {
    window: round(window),
    events: round(eventBytes * Math.max(2 * (2 * columns + 4), Math.min(8192, window))),
    textCells: round(8 * textColumns * Math.max(1, Math.ceil(Math.min(window, 1 << 19) / (4 + textColumns)))),
    // A record has at least one byte of its own and an ending; one more, because a window may begin at a checkpoint.
    checkpoints: round(4 * (Math.ceil(window / 256) + 2)),
    plan: round(4 * columns),
  };
}

/** Bytes of a whole workbench. */
export function benchBytes(sizes: BenchSizes): number {
  return (
    4 * jobWords +
    tableBytes +
    sizes.plan +
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
  readonly events: Uint32Array;
  readonly textCells: Uint32Array;
  readonly checkpoints: Uint32Array;
  readonly window: Uint8Array;
  readonly #kernels: Kernels;

  /** @param slab what the bench stands behind */
  constructor(slab: Float64Array, sizes: BenchSizes) {
    const memory = memoryOf(slab);
    if (memory === undefined) throw new InternalError("A scan was begun outside engine memory.");
    this.#kernels = kernelsOver(memory);
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
    this.checkpoints = new Uint32Array(buffer, place(sizes.checkpoints), sizes.checkpoints / 4);
    this.events = new Uint32Array(buffer, place(sizes.events), sizes.events / 4);
    this.textCells = new Uint32Array(buffer, place(sizes.textCells), sizes.textCells / 4);
    at += padding;
    this.window = new Uint8Array(buffer, place(sizes.window), sizes.window);
    tables.set(numberTables());
    this.job[jobWord.tables] = tables.byteOffset;
    this.job[jobWord.plan] = this.plan.byteOffset;
    this.job[jobWord.checkpoints] = this.checkpoints.byteOffset;
    this.job[jobWord.events] = this.events.byteOffset;
    this.job[jobWord.eventsEnd] = this.events.byteOffset + this.events.byteLength;
    this.job[jobWord.textCells] = this.textCells.byteOffset;
  }

  /** Runs the kernel on the window's bytes [start, end). @returns where it stopped in the window */
  scan(start: number, end: number): number {
    this.job[jobWord.start] = this.window.byteOffset + start;
    this.job[jobWord.end] = this.window.byteOffset + end;
    // The kernel's answer is a 32-bit word without a sign.
    return (this.#kernels.scanCsv(this.job.byteOffset) >>> 0) - this.window.byteOffset;
  }
}
