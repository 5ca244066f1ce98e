import type { NdArray } from "@argscope/core/array/ndarray.ts";

/** Asks for the text of some rows, from a first column on so many; null where it cannot be had. */
export type AskTexts = (
  rows: readonly number[],
  firstColumn: number,
  columnCount: number,
) => Promise<readonly (readonly (string | null)[])[] | null>;

/** Columns that are asked for together. */
const SPAN = 64;
/** Spans of rows that are kept: some screens full, a few megabytes. */
const KEPT = 8192;
/** Rows that are asked for together, and those beside them that are asked for along with them, for who scrolls on. */
const MOST_ROWS = 512;
const BESIDE = 64;
/** Fewer rows than any window shows are cells that stand alone. */
const WINDOW = 4;

type Span = readonly (string | null)[];

/**
 * The text that the numbers of a table have in its file. It is not held with the table: what is in sight is asked for, and a
 * bounded part of it kept.
 */
export class CellTexts {
  /** What parts the whole from the fraction in these texts. */
  readonly point: "." | ",";
  /** Something that was asked for has come. */
  onArrival: () => void = () => {};
  readonly #array: NdArray;
  readonly #ask: AskTexts;
  readonly #rows: number;
  readonly #columns: number;
  readonly #spans: number;
  /** By row and span of columns; those that came first are given up first. */
  readonly #kept = new Map<number, Span>();
  /** What a look has missed since the last request, the newest last. */
  #missed = new Set<number>();
  #isAsking = false;
  #isOver = false;

  /** @param array  the table's block: two dimensions, walked by rows */
  constructor(array: NdArray, point: "." | ",", ask: AskTexts) {
    this.point = point;
    this.#array = array;
    this.#ask = ask;
    this.#rows = array.shape[0] ?? 0;
    this.#columns = array.shape[1] ?? 0;
    this.#spans = Math.ceil(this.#columns / SPAN);
  }

  /** The same texts for something else that shows them: neither pushes out what the other keeps, nor wakes it. */
  beside(): CellTexts {
    return new CellTexts(this.#array, this.point, this.#ask);
  }

  /** Whether the array is the table's own, or a view of it: its cells lie in the same block. */
  isOf({ data }: NdArray): boolean {
    const own = this.#array.data;
    return data.buffer === own.buffer && data.byteOffset === own.byteOffset;
  }

  /** The text of the number at a position of the block. Null: it has none, or it is not there yet, and comes. */
  at(position: number): string | null {
    const { strides, offset } = this.#array;
    const [rowStride = 1, columnStride = 1] = strides;
    const row = Math.floor((position - offset) / rowStride);
    const column = (position - offset - row * rowStride) / columnStride;
    const span = Math.floor(column / SPAN);
    const key = row * this.#spans + span;
    const texts = this.#kept.get(key);
    if (texts !== undefined) return texts[column - span * SPAN] ?? null;
    this.#miss(key);
    return null;
  }

  /** Brings the first rows before anybody looks, so that nothing changes under the first look. */
  async load(count: number): Promise<void> {
    const rows = Array.from({ length: Math.min(count, this.#rows) }, (_, row) => row);
    await this.#bring(rows, 0);
  }

  #miss(key: number): void {
    if (this.#isOver) return;
    this.#missed.delete(key);
    this.#missed.add(key);
    if (this.#isAsking) return;
    this.#isAsking = true;
    // After the painting that looks for a screenful.
    setTimeout(() => void this.#answerMisses());
  }

  async #answerMisses(): Promise<void> {
    while (this.#missed.size > 0 && !this.#isOver) {
      const missed = [...this.#missed].slice(-MOST_ROWS);
      this.#missed = new Set();
      for (const [span, rows] of bySpan(missed, this.#spans)) await this.#bring(this.#withNeighbours(rows, span), span);
      this.onArrival();
    }
    this.#isAsking = false;
  }

  async #bring(rows: readonly number[], span: number): Promise<void> {
    const wanted = rows.filter((row) => !this.#kept.has(row * this.#spans + span));
    const first = span * SPAN;
    const texts = wanted.length === 0 ? [] : await this.#ask(wanted, first, Math.min(SPAN, this.#columns - first));
    // The file cannot be read any more: the numbers stay as they are shown.
    if (texts === null) this.#isOver = true;
    texts?.forEach((cells, k) => void this.#kept.set((wanted[k] as number) * this.#spans + span, cells));
    for (const key of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(key);
    }
  }

  /** Rows that follow one another, or go on from those that are there, are a window that may move on. */
  #withNeighbours(rows: readonly number[], span: number): readonly number[] {
    const first = rows[0] ?? 0;
    const last = rows.at(-1) ?? 0;
    const isKept = (row: number) => this.#kept.has(row * this.#spans + span);
    const isWindow = rows.length >= WINDOW || isKept(first - 1) || isKept(last + 1);
    if (!isWindow || last - first >= 2 * rows.length) return rows;
    const from = Math.max(0, first - BESIDE);
    return Array.from({ length: Math.min(this.#rows, last + BESIDE + 1) - from }, (_, k) => from + k);
  }
}

/** The rows of each span of columns, ascending. */
function bySpan(keys: readonly number[], spans: number): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const key of keys) {
    const span = key % spans;
    const rows = found.get(span);
    if (rows === undefined) found.set(span, [Math.floor(key / spans)]);
    else rows.push(Math.floor(key / spans));
  }
  for (const rows of found.values()) rows.sort((a, b) => a - b);
  return found;
}
