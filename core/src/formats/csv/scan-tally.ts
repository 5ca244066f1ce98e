import { KernelEvents } from "./kernel-events.ts";
import { ColumnChange, jobWord, markersAt } from "./kernel-job.ts";
import { numericMarkers } from "./numeric-markers.ts";
import { offsetStep, type ScanPlan, skipColumn, textColumn } from "./scanner.ts";
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
  /** Counts up when the targets change: a bench is told of its columns again where that is news. */
  #version = 0;

  constructor(plan: ScanPlan, firstLine: number) {
    this.plan = plan;
    this.#events = new KernelEvents(plan);
    this.#markers = numericMarkers(plan);
    this.line = firstLine;
    const { kinds } = plan;
    const textColumns: number[] = [];
    for (let at = kinds.indexOf(textColumn); at >= 0; at = kinds.indexOf(textColumn, at + 1)) textColumns.push(at);
    this.#textColumns = textColumns;
  }

  /**
   * Writes into a job what does not depend on its bytes.
   *
   * @param everyRow the start of every row is kept, for the row that the call begins with is not known
   */
  describe(bench: Workbench, everyRow: boolean): void {
    const { blockWidth, dialect, kinds, targets } = this.plan;
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
    // Of a hundred thousand columns that is a megabyte, and mostly nothing has changed since the last call. Threads may still
    // write to a bench of theirs when another call's results were taken: what stands there is not known.
    if (bench.version === this.#version && !everyRow) return;
    bench.version = everyRow ? -1 : this.#version;
    bench.empty.fill(0);
    bench.plan.set(targets);
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
    const changed = job[jobWord.changed] as number;
    if (changed & ColumnChange.plan) {
      bench.mergePlan(this.plan.targets, this.plan.findings.fractional);
      this.#version++;
    }
    if (changed & ColumnChange.empty) {
      this.#takeEmpty(bench);
      bench.version = -1;
    }
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

  #takeEmpty({ empty }: Workbench): void {
    const { kinds, findings } = this.plan;
    for (let column = 0; column < kinds.length; column++) {
      const cells = empty[2 * column] as number;
      if (cells > 0 && kinds[column] !== skipColumn) findings.addMissing(column, cells);
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
