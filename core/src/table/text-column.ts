import type { NdArray } from "../array/ndarray.ts";
import { asciiText } from "../formats/csv/number.ts";
import type { LabelKind } from "./label-kind.ts";

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
  readonly kind = "label";
  /** What the text stands for. `block` makes an array of it; the text stays as it was written. */
  readonly meaning: LabelKind;
  /** Position among the file's columns, from 0. */
  readonly index: number;
  readonly missing: number;
  readonly bytes: NdArray;
  readonly ends: NdArray;
  /** What a person wrote over the cell of a row. */
  #edited: (row: number) => string | undefined = () => undefined;

  constructor(place: ColumnPlace, missing: number, bytes: NdArray, ends: NdArray, meaning: LabelKind = { dtype: "text" }) {
    this.name = place.name;
    this.heading = place.heading;
    this.index = place.index;
    this.missing = missing;
    this.bytes = bytes;
    this.ends = ends;
    this.meaning = meaning;
  }

  get dtype(): LabelKind["dtype"] {
    return this.meaning.dtype;
  }

  get rows(): number {
    return this.ends.size;
  }

  /** The cell of a row, counted from 0, without its quotes. */
  text(row: number): string {
    if (!(row >= 0 && row < this.rows)) throw new RangeError(`Row ${row} is not in a column of ${this.rows} rows.`);
    const edited = this.#edited(row);
    if (edited !== undefined) return edited;
    const ends = this.ends.data as Float64Array;
    const bytes = this.bytes.data as Uint8Array;
    const start = row === 0 ? 0 : (ends[row - 1] as number);
    return decoder.decode(bytes.slice(start, ends[row]));
  }

  /** A cell of one character a byte; undefined where it is longer. For looking at many cells fast: what is not ASCII is garbled. */
  shortText(row: number, longest: number): string | undefined {
    const edited = this.#edited(row);
    if (edited !== undefined) return edited;
    const ends = this.ends.data as Float64Array;
    const start = row === 0 ? 0 : (ends[row - 1] as number);
    const end = ends[row] as number;
    return end - start > longest ? undefined : asciiText(this.bytes.data as Uint8Array, start, end);
  }

  /** The same text with another meaning, or with other cells counted as missing. */
  meant(meaning: LabelKind, missing: number): TextColumn {
    return new TextColumn(this, missing, this.bytes, this.ends, meaning);
  }

  /** From here on a cell has the text that a person wrote over it, where there is one. `bytes` and `ends` stay as they were read. */
  follow(edited: (row: number) => string | undefined): void {
    this.#edited = edited;
  }
}
