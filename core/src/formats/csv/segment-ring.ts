import { empty, free } from "../../array/empty.ts";
import type { NdArray } from "../../array/ndarray.ts";
import { InternalError } from "../../errors.ts";
import { memoryOf } from "../../memory/engine-memory.ts";
import { type TableKernels, tableKernels } from "../../memory/kernel-instance.ts";
import { jobWord } from "./kernel-job.ts";
import type { ScanPlan } from "./scanner.ts";
import { benchBytes, benchSizes, Workbench } from "./workbench.ts";

/** How a file is cut into segments, in bytes. */
export interface SegmentSizes {
  /** Of the file that are read at once. */
  readonly block: number;
  /** Of the next block that may belong to a segment's last record. */
  readonly tail: number;
}

/** Rows that a slot holds, more than its share of the expected ones. */
const margin = 1.25;

/** A piece of a slot: what a segment's numbers become before it is known where its rows belong, and its bench. */
export interface Slot {
  readonly numbers: Float64Array;
  readonly bench: Workbench;
}

/**
 * Memory for the segments that are under way, which threads share: slot behind slot, each with numbers first and then its bench.
 */
export class SegmentRing {
  readonly slots: readonly Slot[];
  readonly memory: WebAssembly.Memory;
  readonly kernels: TableKernels;
  /** The address of the first slot's job, and what is between the jobs of two slots, in bytes. */
  readonly first: number;
  readonly step: number;
  /** From a slot's job to its window, in bytes. */
  readonly window: number;
  readonly #block: NdArray;

  /** @param rowBytes of the file, on average */
  constructor(plan: ScanPlan, count: number, sizes: SegmentSizes, rowBytes: number) {
    const { kinds, textCount, blockWidth } = plan;
    const window = sizes.block + sizes.tail;
    const rows = Math.ceil((window / rowBytes) * margin) + 16;
    const bench = benchSizes(window, kinds.length, textCount, rows);
    const elements = rows * blockWidth;
    const slotElements = 8 * Math.ceil((8 * elements + benchBytes(bench)) / 64);
    this.step = 8 * slotElements;
    this.#block = empty([count * slotElements], "float64");
    const data = this.#block.data as Float64Array;
    const memory = memoryOf(data);
    if (memory === undefined) throw new InternalError("Segments were to lie outside engine memory.");
    this.memory = memory;
    this.kernels = tableKernels.over(memory);
    this.slots = Array.from({ length: count }, (_, k) => {
      const numbers = data.subarray(k * slotElements, k * slotElements + elements);
      const slot = { numbers, bench: new Workbench(numbers, bench) };
      slot.bench.job[jobWord.rowAddress] = numbers.byteOffset;
      slot.bench.job[jobWord.mostRows] = rows;
      return slot;
    });
    const [{ bench: one }] = this.slots as readonly [Slot];
    this.first = one.job.byteOffset;
    this.window = one.window.byteOffset - this.first;
  }

  release(): void {
    free(this.#block);
  }
}
