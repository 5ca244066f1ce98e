import type { Frame } from "./frame.ts";
import { type ColumnMetrics, measure, type TextWidth } from "./metrics.ts";
import { SLOTS, shownColumns } from "./slots.ts";

/** More than any screen shows; a wide array's measures are not all kept. */
const KEPT = 4096;
const LABEL_PADDING = 20;

/**
 * The widths of the columns of one slice, measured when they are first asked for and then kept, so that scrolling moves no
 * border. A table of no more columns than there are slots gives each its own width; a wider array gives all the same one,
 * which grows where a column in sight needs more.
 */
export class Measures {
  readonly #frame: Frame;
  readonly #textWidth: TextWidth;
  readonly #isUniform: boolean;
  readonly #metrics = new Map<number, ColumnMetrics>();
  #widest = 0;
  /** Of the column of text beside the row numbers; 0 where the file has none. */
  readonly labelWidth: number;

  constructor(frame: Frame, textWidth: TextWidth) {
    this.#frame = frame;
    this.#textWidth = textWidth;
    this.labelWidth = labelWidth(frame, textWidth);
    const count = shownColumns(frame);
    this.#isUniform = count > SLOTS;
    const sample = Math.min(count, SLOTS);
    for (let k = 0; k < sample; k++) this.#of(this.#isUniform ? Math.floor((k * (count - 1)) / (sample - 1)) : k);
  }

  isOf({ array, fixed }: Frame): boolean {
    return this.#frame.array === array && this.#frame.fixed === fixed;
  }

  /** Takes the columns into account that come into sight. */
  see(first: number, count: number): void {
    for (let column = first; column < first + count; column++) this.#of(column);
  }

  readonly width = (column: number): number => (this.#isUniform ? this.#widest : this.#of(column).width);

  decimals(column: number): number {
    return this.#of(column).decimals;
  }

  /** Of all columns together. */
  get total(): number {
    const count = shownColumns(this.#frame);
    if (this.#isUniform) return count * this.#widest;
    return Array.from({ length: count }, (_, column) => this.width(column)).reduce((sum, each) => sum + each, 0);
  }

  #of(column: number): ColumnMetrics {
    const known = this.#metrics.get(column);
    if (known !== undefined) return known;
    if (this.#metrics.size >= KEPT) this.#metrics.clear();
    const metrics = measure(this.#frame, column, this.#textWidth);
    this.#metrics.set(column, metrics);
    this.#widest = Math.max(this.#widest, metrics.width);
    return metrics;
  }
}

function labelWidth(frame: Frame, textWidth: TextWidth): number {
  const label = frame.labels[0];
  if (label === undefined) return 0;
  const texts = Array.from({ length: Math.min(frame.rows, 64) }, (_, row) => label.text(row));
  const widest = [label.name, ...texts].reduce((most, text) => Math.max(most, textWidth(text)), 0);
  return Math.ceil(Math.min(240, Math.max(64, widest + LABEL_PADDING)));
}
