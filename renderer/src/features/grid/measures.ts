import type { Frame } from "./frame.ts";
import { type ColumnMetrics, measure, type TextWidth } from "./metrics.ts";
import { allColumns, SLOTS } from "./slots.ts";

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
    const count = allColumns(frame.columns, frame.labels.length);
    this.#isUniform = count > SLOTS;
    const sample = Math.min(count, SLOTS);
    for (let k = 0; k < sample; k++) this.#of(this.#isUniform ? Math.floor((k * (count - 1)) / (sample - 1)) : k);
  }

  isOf({ array, fixed, columnSet }: Frame): boolean {
    const mine = this.#frame;
    return (
      mine.array === array &&
      mine.fixed === fixed &&
      mine.columnSet?.format === columnSet?.format &&
      mine.columnSet?.formats === columnSet?.formats
    );
  }

  /** Takes the columns into account that come into sight. */
  see(columns: readonly number[]): void {
    for (const column of columns) this.#of(column);
  }

  /** What a person made it, else what it needs. */
  width({ columnSet }: Frame, column: number): number {
    return columnSet?.widths.get(column) ?? (this.#isUniform ? this.#widest : this.#of(column).width);
  }

  /** What the rows of the sample need, whatever the others have. */
  needed(column: number): number {
    return this.#of(column).width;
  }

  decimals(column: number): number {
    return this.#of(column).decimals;
  }

  /** Of all columns shown together. */
  totalOf(frame: Frame): number {
    const { shownColumns, columnAt, placeOfColumn } = frame;
    if (!this.#isUniform) {
      return Array.from({ length: shownColumns }, (_, place) => this.width(frame, columnAt(place))).reduce((a, b) => a + b, 0);
    }
    let total = shownColumns * this.#widest;
    for (const [column, width] of frame.columnSet?.widths ?? []) if (placeOfColumn(column) >= 0) total += width - this.#widest;
    return total;
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

/** Made once for each slice: the grid and whoever makes a column wider ask for the same. */
export function measuresOf(frame: Frame, textWidth: TextWidth): Measures {
  const known = made.get(frame.array);
  if (known?.isOf(frame)) return known;
  const measures = new Measures(frame, textWidth);
  made.set(frame.array, measures);
  return measures;
}

const made = new WeakMap<Frame["array"], Measures>();

function labelWidth(frame: Frame, textWidth: TextWidth): number {
  const label = frame.labels[0];
  if (label === undefined) return 0;
  const texts = Array.from({ length: Math.min(frame.rows, 64) }, (_, row) => label.text(row));
  const widest = [label.name, ...texts].reduce((most, text) => Math.max(most, textWidth(text)), 0);
  return Math.ceil(Math.min(240, Math.max(64, widest + LABEL_PADDING)));
}
