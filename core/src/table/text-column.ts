import type { NdArray } from "../array/ndarray.ts";

/** What a column is called, and where it stands among the file's columns, from 0. */
export interface ColumnPlace {
  readonly name: string;
  readonly heading: string;
  readonly index: number;
}

/** Chromium's TextDecoder refuses shared memory, so a cell's few bytes are copied before they are decoded. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * A column of text in engine memory: UTF-8 bytes, one cell after the other, and where each cell ends.
 *
 * `bytes` is uint8; `ends` is float64, so that more than 4 GiB of text can be addressed. Row r is bytes[ends[r - 1] or 0, ends[r]).
 */
export class TextColumn {
  /** Different from every other column's. */
  readonly name: string;
  /** What the file's header has; empty where it has nothing. */
  readonly heading: string;
  readonly dtype = "text";
  /** Position among the file's columns, from 0. */
  readonly index: number;
  readonly missing: number;
  readonly bytes: NdArray;
  readonly ends: NdArray;

  constructor(place: ColumnPlace, missing: number, bytes: NdArray, ends: NdArray) {
    this.name = place.name;
    this.heading = place.heading;
    this.index = place.index;
    this.missing = missing;
    this.bytes = bytes;
    this.ends = ends;
  }

  get rows(): number {
    return this.ends.size;
  }

  /** The cell of a row, counted from 0, without its quotes. */
  text(row: number): string {
    if (!(row >= 0 && row < this.rows)) throw new RangeError(`Row ${row} is not in a column of ${this.rows} rows.`);
    const ends = this.ends.data as Float64Array;
    const bytes = this.bytes.data as Uint8Array;
    const start = row === 0 ? 0 : (ends[row - 1] as number);
    return decoder.decode(bytes.slice(start, ends[row]));
  }
}
