import type { SharedFile } from "../byte-source.ts";
import { lineFeed } from "./dialect.ts";
import { jobWord } from "./kernel-job.ts";
import { ScanTally } from "./scan-tally.ts";
import type { Scanner, ScanPlan } from "./scanner.ts";
import { type BenchSizes, benchBytes, benchSizes, Workbench } from "./workbench.ts";

/** Cells of a call, about, where rows are long: the engine puts a faster kernel in place between calls, never within one. */
const cellsOfCall = 1 << 16;

/** The scanner that does its work in the WebAssembly kernel; what the kernel finds not plain is judged by its tally. */
export class KernelScanner implements Scanner {
  readonly tally: ScanTally;
  readonly #plan: ScanPlan;
  #textQuote = -1;
  #sizes: BenchSizes;
  #bench: Workbench | null = null;
  #benchSlab: Float64Array | null = null;

  /** @param window bytes that the first workbench takes at once */
  constructor(plan: ScanPlan, firstLine: number, window: number) {
    this.tally = new ScanTally(plan, firstLine);
    this.#plan = plan;
    this.#sizes = sizesFor(plan, window);
  }

  scan(bytes: Uint8Array, start: number, end: number, position: number, final: boolean): number {
    let at = start;
    while (at < end) {
      const stop = Math.min(end, at + this.#sizes.window);
      const next = this.#portion(bytes, at, stop, position, final && stop === end);
      if (next === at) {
        if (stop === end) return at;
        // A record longer than the window: go on with a larger one.
        this.#sizes = sizesFor(this.#plan, 2 * this.#sizes.window);
        this.#plan.numbers.enlargeSpare(spareFor(this.#sizes));
      }
      at = next;
    }
    return at;
  }

  /**
   * Reads as much as a window holds straight from a file, and scans the whole records among it.
   *
   * @param end of the file, in bytes
   * @returns where the next record starts; `position` itself where none is whole
   */
  scanFrom(file: SharedFile, position: number, end: number): number {
    let bench: Workbench | null = null;
    let lines = Infinity;
    let at = 0;
    while (at < lines) {
      if (bench !== this.#ready()) {
        bench = this.#ready();
        const bytes = bench.window.subarray(0, Math.min(bench.window.length, end - position));
        file.fill(bytes, position);
        // A record that is not whole would be looked at twice.
        lines = bytes.lastIndexOf(lineFeed) + 1;
      }
      const next = this.#call(bench, at, lines, position, false);
      if (next === at) break;
      at = next;
    }
    return position + at;
  }

  takeQuoteAsText(position: number): void {
    this.#textQuote = position;
  }

  /** Copies a portion into the window and reads its whole records. */
  #portion(bytes: Uint8Array, start: number, end: number, position: number, final: boolean): number {
    let bench = this.#ready();
    bench.window.set(bytes.subarray(start, end));
    let at = 0;
    while (at < end - start) {
      if (this.#ready() !== bench) {
        bench = this.#ready();
        bench.window.set(bytes.subarray(start, end));
      }
      const next = this.#call(bench, at, end - start, position + start, final);
      if (next === at) break;
      at = next;
    }
    return start + at;
  }

  /** @param position of the window in the file */
  #call(bench: Workbench, at: number, end: number, position: number, final: boolean): number {
    const { numbers, blockWidth } = this.#plan;
    this.tally.describe(bench, false);
    bench.ask(at, end, final);
    const { job } = bench;
    // Address 0 is in no window.
    const quote = this.#textQuote - position;
    job[jobWord.textQuote] = quote >= 0 && quote < end ? bench.window.byteOffset + quote : 0;
    job[jobWord.rowAddress] = numbers.slab.byteOffset + numbers.used * 8;
    const room = blockWidth === 0 ? 2 ** 31 : Math.floor((numbers.slab.length - numbers.used) / blockWidth);
    const few = Math.ceil(cellsOfCall / Math.max(1, this.#plan.kinds.length));
    job[jobWord.mostRows] = Math.min(room, few, this.tally.mostRows(bench));
    bench.run();
    this.tally.take(bench, position);
    return bench.stopped;
  }

  #ready(): Workbench {
    const { numbers, blockWidth } = this.#plan;
    numbers.reserve(blockWidth);
    if (this.#bench === null || this.#benchSlab !== numbers.slab) {
      this.#benchSlab = numbers.slab;
      this.#bench = new Workbench(numbers.slab, this.#sizes);
    }
    return this.#bench;
  }
}

/** Elements of the block's dtype behind each slab. */
export function spareFor(sizes: BenchSizes): number {
  return Math.ceil(benchBytes(sizes) / 8);
}

export function sizesFor(plan: Pick<ScanPlan, "kinds" | "textCount">, window: number): BenchSizes {
  return benchSizes(window, plan.kinds.length, plan.textCount);
}
