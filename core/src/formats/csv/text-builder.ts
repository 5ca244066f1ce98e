import { Growing } from "../../table/growing.ts";
import { type ColumnPlace, TextColumn } from "../../table/text-column.ts";

/** A text column while it is read. */
export class TextBuilder {
  readonly #bytes: Growing<Uint8Array>;
  readonly #ends: Growing<Float64Array>;
  rows = 0;

  constructor(expectedRows: number, expectedBytes: number) {
    this.#bytes = new Growing<Uint8Array>("uint8", 1, expectedBytes);
    this.#ends = new Growing<Float64Array>("float64", 1, expectedRows);
  }

  /** Appends a cell. With `quote` given, each doubled quote in it stands for one. */
  append(bytes: Uint8Array, start: number, end: number, quote: number): void {
    const target = this.#bytes;
    target.reserve(end - start);
    const slab = target.slab;
    let to = target.used;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      slab[to++] = byte;
      if (byte === quote) at++;
    }
    target.used = to;
    this.#ends.reserve(1);
    this.#ends.slab[this.#ends.used++] = target.length;
    this.rows++;
  }

  /**
   * Appends cells that stand one behind the other.
   *
   * @param from where the first starts in `bytes`
   * @param ends where each cell ends, counted from the first one's start: elements `first`, `first + step`, …
   * @returns bytes of all of them
   */
  appendCells(bytes: Uint8Array, from: number, ends: Uint32Array, first: number, step: number, rows: number): number {
    if (rows === 0) return 0;
    const length = ends[first + (rows - 1) * step] as number;
    this.#bytes.reserve(length);
    this.#ends.reserve(rows);
    const before = this.#bytes.length;
    this.#bytes.slab.set(bytes.subarray(from, from + length), this.#bytes.used);
    this.#bytes.used += length;
    const { slab, used } = this.#ends;
    for (let row = 0, at = first; row < rows; row++, at += step) slab[used + row] = before + (ends[at] as number);
    this.#ends.used += rows;
    this.rows += rows;
    return length;
  }

  /** Appends so many empty cells. */
  appendEmpty(cells: number): void {
    this.#ends.reserve(cells);
    this.#ends.slab.fill(this.#bytes.length, this.#ends.used, this.#ends.used + cells);
    this.#ends.used += cells;
    this.rows += cells;
  }

  finish(place: ColumnPlace, missing: number): TextColumn {
    const bytes = this.#bytes.finish([this.#bytes.length]);
    const ends = this.#ends.finish([this.rows]);
    return new TextColumn(place, missing, bytes, ends);
  }

  release(): void {
    this.#bytes.release();
    this.#ends.release();
  }
}
