import { KernelEvents } from "./kernel-events.ts";
import { jobWord, markersAt, skipTarget, wholeBit } from "./kernel-job.ts";
import { numericMarkers } from "./numeric-markers.ts";
import { numberColumn, offsetStep, type ScanPlan, skipColumn } from "./scanner.ts";
import type { Workbench } from "./workbench.ts";

/** How far a table has been read, and what takes in what the kernels found, call after call in the order of the rows. */
export class ScanTally {
  row = 0;
  /** Line of the next record, from 1. */
  line: number;
  readonly offsets: number[] = [];
  /** There was a quote. */
  quotes = false;
  readonly plan: ScanPlan;
  readonly #events: KernelEvents;
  readonly #textColumns: readonly number[];
  readonly #markers: readonly number[];
  /** What the kernel is told of the columns. */
  readonly #targets: Int32Array;

  constructor(plan: ScanPlan, firstLine: number) {
    this.plan = plan;
    this.#events = new KernelEvents(plan);
    this.#markers = numericMarkers(plan);
    this.line = firstLine;
    const { kinds, slots, texts } = plan;
    const textColumns: number[] = [];
    this.#targets = new Int32Array(kinds.length).fill(skipTarget);
    for (let column = 0; column < kinds.length; column++) {
      if (kinds[column] === numberColumn) this.#targets[column] = (slots[column] as number) * 8 + wholeBit;
      else if (texts[column]) this.#targets[column] = ~(textColumns.push(column) - 1);
    }
    this.#textColumns = textColumns;
  }

  /**
   * Writes into a job what does not depend on its bytes.
   *
   * @param everyRow the start of every row is kept, for the row that the call begins with is not known
   */
  describe(bench: Workbench, everyRow: boolean): void {
    const { blockWidth, dialect, kinds } = this.plan;
    const { job } = bench;
    job[jobWord.delimiter] = dialect.delimiter;
    job[jobWord.quote] = dialect.quote;
    job[jobWord.point] = dialect.point;
    job[jobWord.comment] = dialect.comment;
    job[jobWord.trimStart] = dialect.trimStart ? 1 : 0;
    job[jobWord.dropEmptyRows] = dialect.dropEmptyRows ? 1 : 0;
    job[jobWord.width] = kinds.length;
    job[jobWord.rowBytes] = blockWidth * 8;
    job[jobWord.textColumns] = this.#textColumns.length;
    job[jobWord.checkpointMask] = everyRow ? 0 : offsetStep - 1;
    job[jobWord.phase] = everyRow ? 0 : this.row % offsetStep;
    job[jobWord.textQuote] = 0;
    job[jobWord.markers] = this.#markers.length;
    new Float64Array(job.buffer, job.byteOffset + markersAt, this.#markers.length).set(this.#markers);
    bench.empty.fill(0);
    bench.plan.set(this.#targets);
  }

  /** Rows that fit into a bench's list of text cells. */
  mostRows(bench: Workbench): number {
    const texts = this.#textColumns.length;
    return texts === 0 ? 2 ** 31 : Math.floor(bench.textCells.length / (2 * texts));
  }

  /**
   * Takes in what a call found; its numbers stand in the block already, from `numbers.used` on.
   *
   * @param position of the window's first byte in the file
   */
  take(bench: Workbench, position: number): void {
    const { numbers, blockWidth } = this.plan;
    const { job, window, checkpoints } = bench;
    const rows = job[jobWord.rows] as number;
    this.#takeText(bench, rows);
    const shift = -window.byteOffset;
    this.#events.take(bench, { bytes: window, shift, row: this.row, line: this.line, base: numbers.used });
    // A file may have a hundred thousand columns, and mostly a call finds nothing new about any.
    if (job[jobWord.changed] !== 0) this.#takeColumns(bench);
    const first = (offsetStep - (this.row % offsetStep)) % offsetStep;
    const step = job[jobWord.checkpointMask] === 0 ? offsetStep : 1;
    for (let k = first, at = step === 1 ? 0 : first; k < rows; k += offsetStep, at += step) {
      this.offsets.push(position + (checkpoints[at] as number) + shift);
    }
    numbers.used += rows * blockWidth;
    this.row += rows;
    this.line += job[jobWord.lines] as number;
    this.quotes ||= job[jobWord.quotes] !== 0;
  }

  #takeColumns({ plan, empty }: Workbench): void {
    const { kinds, findings } = this.plan;
    const targets = this.#targets;
    for (let column = 0; column < kinds.length; column++) {
      if (kinds[column] === skipColumn) {
        targets[column] = skipTarget;
        continue;
      }
      const cells = empty[2 * column] as number;
      if (cells > 0) findings.addMissing(column, cells);
      // The kernel has cleared the bit that says that all numbers are whole.
      if ((targets[column] as number) > (plan[column] as number)) {
        targets[column] = plan[column] as number;
        findings.fractional[column] = 1;
      }
    }
  }

  #takeText({ job, textBytes, textCells }: Workbench, rows: number): void {
    const { texts, findings } = this.plan;
    const step = 2 * this.#textColumns.length;
    let from = 0;
    this.#textColumns.forEach((column, k) => {
      from += texts[column]?.appendCells(textBytes, from, textCells, 2 * k + 1, step, rows) ?? 0;
    });
    if (job[jobWord.invalidText] !== 0) findings.invalidText = true;
  }
}
