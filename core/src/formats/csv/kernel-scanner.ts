import { KernelEvents } from "./kernel-events.ts";
import { doubledBit, jobWord, skipTarget } from "./kernel-job.ts";
import { numberColumn, offsetStep, type Scanner, type ScanPlan } from "./scanner.ts";
import { type BenchSizes, benchBytes, benchSizes, Workbench } from "./workbench.ts";

const noQuote = -1;

/** The scanner that does its work in the WebAssembly kernel; what the kernel finds not plain is judged here. */
export class KernelScanner implements Scanner {
  row = 0;
  /** Line of the next record, from 1. */
  line: number;
  readonly offsets: number[] = [];
  readonly #plan: ScanPlan;
  readonly #events: KernelEvents;
  readonly #textColumns: readonly number[];
  #textQuote = -1;
  #sizes: BenchSizes;
  #bench: Workbench | null = null;
  #benchSlab: Float64Array | null = null;

  /** @param window bytes that the first workbench takes at once */
  constructor(plan: ScanPlan, firstLine: number, window: number) {
    this.#plan = plan;
    this.#events = new KernelEvents(plan);
    this.#textColumns = plan.texts.flatMap((text, column) => (text === null ? [] : [column]));
    this.#sizes = sizesFor(plan, window);
    this.line = firstLine;
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
      const next = this.#call(bench, bytes, start, at, end - start, position, final);
      if (next === at) break;
      at = next;
    }
    return start + at;
  }

  #call(bench: Workbench, bytes: Uint8Array, start: number, at: number, end: number, position: number, final: boolean): number {
    const { numbers, blockWidth, dialect, kinds } = this.#plan;
    const { job } = bench;
    const base = numbers.used;
    job[jobWord.final] = final ? 1 : 0;
    job[jobWord.delimiter] = dialect.delimiter;
    job[jobWord.quote] = dialect.quote;
    job[jobWord.point] = dialect.point;
    job[jobWord.comment] = dialect.comment;
    job[jobWord.trimStart] = dialect.trimStart ? 1 : 0;
    // Address 0 is in no window.
    const quote = this.#textQuote - position - start;
    job[jobWord.textQuote] = quote >= 0 && quote < end ? bench.window.byteOffset + quote : 0;
    job[jobWord.dropEmptyRows] = dialect.dropEmptyRows ? 1 : 0;
    job[jobWord.width] = kinds.length;
    job[jobWord.rowAddress] = numbers.slab.byteOffset + base * 8;
    job[jobWord.rowBytes] = blockWidth * 8;
    job[jobWord.mostRows] = this.#mostRows(bench);
    job[jobWord.textColumns] = this.#textColumns.length;
    job[jobWord.phase] = this.row % offsetStep;
    this.#writePlan(bench.plan);
    const next = bench.scan(at, end);
    const rows = job[jobWord.rows] as number;
    this.#takeText(bench, bytes, start + at, rows);
    this.#events.take(bench, { bytes, shift: start - bench.window.byteOffset, row: this.row, line: this.line, base });
    const first = (offsetStep - (this.row % offsetStep)) % offsetStep;
    for (let k = first, n = 0; k < rows; k += offsetStep, n++) {
      this.offsets.push(position + start + (bench.checkpoints[n] as number) - bench.window.byteOffset);
    }
    numbers.used += rows * blockWidth;
    this.row += rows;
    this.line += job[jobWord.lines] as number;
    return next;
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

  #mostRows(bench: Workbench): number {
    const { numbers, blockWidth } = this.#plan;
    const room = blockWidth === 0 ? Infinity : Math.floor((numbers.slab.length - numbers.used) / blockWidth);
    const texts = this.#textColumns.length;
    return Math.min(room, texts === 0 ? Infinity : Math.floor(bench.textCells.length / (2 * texts)), 2 ** 31);
  }

  #writePlan(plan: Int32Array): void {
    const { kinds, slots } = this.#plan;
    plan.fill(skipTarget);
    for (let column = 0; column < kinds.length; column++) {
      if (kinds[column] === numberColumn) plan[column] = (slots[column] as number) * 8;
    }
    this.#textColumns.forEach((column, k) => {
      plan[column] = ~k;
    });
  }

  #takeText(bench: Workbench, bytes: Uint8Array, origin: number, rows: number): void {
    const { texts, dialect } = this.#plan;
    const step = 2 * this.#textColumns.length;
    this.#textColumns.forEach((column, k) => {
      const text = texts[column];
      for (let row = 0, at = 2 * k; row < rows; row++, at += step) {
        const from = bench.textCells[at] as number;
        const doubled = from >= doubledBit;
        const begin = origin + (doubled ? from - doubledBit : from);
        text?.append(bytes, begin, origin + (bench.textCells[at + 1] as number), doubled ? dialect.quote : noQuote);
      }
    });
  }
}

/** Elements of the block's dtype behind each slab. */
export function spareFor(sizes: BenchSizes): number {
  return Math.ceil(benchBytes(sizes) / 8);
}

export function sizesFor(plan: Pick<ScanPlan, "kinds" | "texts">, window: number): BenchSizes {
  return benchSizes(window, plan.kinds.length, plan.texts.filter((text) => text !== null).length);
}
