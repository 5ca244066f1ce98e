import type { NdArray } from "../array/ndarray.ts";
import type { Dialect } from "../formats/csv/dialect.ts";
import type { Receipt } from "../formats/csv/receipt.ts";
import { blockOf } from "./block.ts";
import type { Column, NumberColumn } from "./column.ts";
import type { TextColumn } from "./text-column.ts";

/** What a table is made of. The table owns the memory of `numbers` and of the text columns. */
export interface TableParts {
  /** Every column, in file order. As the headings it is asked for when somebody looks: a file may have a hundred thousand. */
  readonly columns: () => readonly Column[];
  /** Those of text. */
  readonly labels: readonly TextColumn[];
  readonly headings: () => readonly string[];
  readonly rowCount: number;
  /** The columns of numbers in file order: of their common dtype, shape (rowCount, columns of numbers), C order. */
  readonly numbers: NdArray;
  readonly rowOffsets: Float64Array;
  readonly dialect: Dialect;
  readonly receipt: Receipt;
  /** Gives the memory of all the parts back. */
  readonly release: () => void;
}

/** What a CSV file is once it is read: typed columns, one block of numbers, labels, and a receipt of what was decided. */
export class Table {
  readonly rowCount: number;
  /** The columns of text, in file order; true and false and times are text too. */
  readonly labels: readonly TextColumn[];
  /**
   * Where every 256th row starts, in bytes, and last where the rows end: `cutRows` shows the rows' own text from there. They
   * count in the file's text as UTF-8, which is the file itself as long as `receipt.plainBytes`.
   */
  readonly rowOffsets: Float64Array;
  readonly dialect: Dialect;
  readonly receipt: Receipt;
  readonly #makeColumns: () => readonly Column[];
  readonly #makeHeadings: () => readonly string[];
  #columns: readonly Column[] | null = null;
  #headings: readonly string[] | null = null;
  #numberColumns: readonly NumberColumn[] | null = null;
  readonly #numbers: NdArray;
  readonly #release: () => void;

  constructor(parts: TableParts) {
    this.#makeColumns = parts.columns;
    this.#makeHeadings = parts.headings;
    this.rowCount = parts.rowCount;
    this.labels = parts.labels;
    this.rowOffsets = parts.rowOffsets;
    this.dialect = parts.dialect;
    this.receipt = parts.receipt;
    this.#numbers = parts.numbers;
    this.#release = parts.release;
  }

  /** Every column, in file order. */
  get columns(): readonly Column[] {
    this.#columns ??= this.#makeColumns();
    return this.#columns;
  }

  /** The file's header line, several joined to one: it may have fewer cells than there are columns; empty without a header. */
  get headings(): readonly string[] {
    this.#headings ??= this.#makeHeadings();
    return this.#headings;
  }

  /** The columns of the block, in file order. */
  get numberColumns(): readonly NumberColumn[] {
    this.#numberColumns ??= this.columns.filter((column) => column.kind === "number");
    return this.#numberColumns;
  }

  /**
   * Columns as one array of shape (rowCount, columns). Without names these are all columns of numbers: int64 or uint64 where all
   * are of that dtype, else float64, with missing cells NaN.
   *
   * With names: columns of numbers, promoted as NumPy's `result_type` does, integers exact; or columns of times (datetime64),
   * of true and false (bool), of text (str). Without names it is the table's own block; with neighbours or evenly spaced columns
   * of it a view, if the dtype is the block's; anything else is a copy that the caller frees.
   *
   * @throws {ValueError} a name is no column, or the columns are not of one sort.
   * @throws {CapacityError} the copy needs more memory than there is.
   */
  block(columnNames?: readonly string[]): NdArray {
    return columnNames === undefined ? this.#numbers : blockOf(this.#numbers, this.columns, columnNames);
  }

  /** Gives the table's memory back. Its arrays, and views of them, must not be read any more. */
  free(): void {
    this.#release();
  }
}
