import { cellOf, keyOf } from "../edits/cell-key.ts";
import type { Edits } from "../edits/edits.ts";
import { InternalError } from "../errors.ts";
import type { NewCells } from "../formats/csv/write/patches.ts";
import type { Table } from "../table/table.ts";
import type { Reading } from "./reading.ts";

/** Where the cells of `a` and of the labels stand in the file of a table, and the other way round. */
export class FileCells {
  readonly #reading: Reading;
  readonly #labelRows: number;
  /** By the file's column: the array's, or -1 - the label's; undefined where the file's column is in neither. */
  readonly #inside: (number | undefined)[] = [];
  /** The file's column of each of the array's. */
  readonly #outside: number[];

  constructor(reading: Reading, table: Table, labelRows: number) {
    this.#reading = reading;
    this.#labelRows = labelRows;
    const places = new Map(table.columns.map(({ name, index }) => [name, index]));
    this.#outside = reading.columns.map((name) => places.get(name) ?? -1);
    this.#outside.forEach((column, position) => {
      if (column >= 0) this.#inside[column] = position;
    });
    reading.labels.forEach(({ index }, label) => {
      this.#inside[index] = -1 - label;
    });
  }

  /** The key of the cell in a row and a column of the file; null: it can be in no edit. */
  keyAt(row: number, column: number): number | null {
    const position = this.#inside[column];
    if (position === undefined) return null;
    if (position < 0) return keyOf(-1 - position, row, this.#labelRows);
    const { offset, strides } = this.#reading.array;
    return offset + row * (strides[0] ?? 0) + position * (strides[1] ?? 0);
  }

  /** Cells of the file in its order, each as one number, which `width` takes apart again. */
  inOrder(keys: Float64Array): { readonly cells: Float64Array; readonly width: number } {
    const width = this.#inside.length;
    const cells = keys.map((key) => {
      const { row, column } = this.#placeOf(key);
      return row * width + column;
    });
    return { cells: cells.sort(), width };
  }

  #placeOf(key: number): { readonly row: number; readonly column: number } {
    const { array, labels } = this.#reading;
    const { label, place } = cellOf(key, this.#labelRows);
    if (label !== null) return { row: place, column: labels[label]?.index ?? 0 };
    const [rows = 0, columns = 0] = array.shape;
    const [perRow = 1, perColumn = 1] = array.strides;
    const rest = place - array.offset;
    // A dimension of one element has any stride.
    const position =
      columns <= 1
        ? 0
        : perRow >= perColumn && rows > 1
          ? Math.floor((rest % perRow) / perColumn)
          : Math.floor(rest / perColumn);
    const row = rows <= 1 ? 0 : Math.floor((rest - position * perColumn) / perRow);
    const column = this.#outside[position];
    if (column === undefined || column < 0) throw new InternalError("An edited cell is in no column of the file.");
    return { row, column };
  }
}

/** The cells of a file that are to be written anew, and the texts that stood there when it was opened. */
export class ChangedCells implements NewCells {
  readonly count: number;
  /** Of these cells the texts in the file were not known before. */
  readonly keys: number[] = [];
  readonly first: string[] = [];
  readonly #edits: Edits;
  readonly #file: FileCells;
  readonly #cells: Float64Array;
  readonly #width: number;

  constructor(edits: Edits, file: FileCells) {
    this.#edits = edits;
    this.#file = file;
    const { cells, width } = file.inOrder(edits.changed());
    this.#cells = cells;
    this.#width = width;
    this.count = cells.length;
  }

  row(k: number): number {
    return Math.floor((this.#cells[k] as number) / this.#width);
  }

  column(k: number): number {
    return (this.#cells[k] as number) % this.#width;
  }

  text(k: number): string {
    return this.#edits.written(this.#key(k)) ?? "";
  }

  replaced(k: number, text: string): void {
    const key = this.#key(k);
    if (!this.#edits.needsFirst(key)) return;
    this.keys.push(key);
    this.first.push(text);
  }

  #key(k: number): number {
    return this.#file.keyAt(this.row(k), this.column(k)) ?? 0;
  }
}
