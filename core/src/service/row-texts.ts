import type { NdArray } from "../array/ndarray.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import { CellReader } from "../formats/csv/cell.ts";
import { usualMissing } from "../formats/csv/options.ts";
import { cellText, type RecordSpan, recordsOf } from "../formats/csv/records.ts";
import { offsetStep } from "../formats/csv/scanner.ts";
import type { Table } from "../table/table.ts";

/** What is read at once; a row that it does not hold is looked for in twice as much. */
const FIRST_READ = 1 << 18;
/** Rows whose text lies farther behind the nearest row offset keep to their numbers: finding them would take too long. */
const FARTHEST = 1 << 26;

/** The text of rows; null for a cell whose text is not what its number was read from. */
export type Texts = readonly (readonly (string | null)[])[];

/**
 * The text that a table's numbers have in the file, read again from there when somebody wants to see it.
 *
 * A text is shown only where it is still the number that the array holds: a file that changed meanwhile tells no lies.
 */
export class RowTexts {
  readonly #table: Table;
  readonly #text: ByteSource;
  readonly #array: NdArray;
  readonly #fileColumns: readonly number[];
  readonly #cells: CellReader;

  /** @param fileColumns for each column of the array, its place among the file's */
  constructor(table: Table, text: ByteSource, array: NdArray, fileColumns: readonly number[]) {
    this.#table = table;
    this.#text = text;
    this.#array = array;
    this.#fileColumns = fileColumns;
    this.#cells = new CellReader(usualMissing, table.dialect);
  }

  /**
   * @param rows of the array, ascending
   * @throws {AccessError} the file cannot be read any more.
   */
  async read(rows: readonly number[], firstColumn: number, columnCount: number): Promise<Texts> {
    const columns = this.#fileColumns.slice(firstColumn, firstColumn + columnCount);
    const texts: (string | null)[][] = [];
    for (let k = 0; k < rows.length; ) {
      const block = Math.floor((rows[k] as number) / offsetStep);
      const next = rows.findIndex((row, at) => at > k && Math.floor(row / offsetStep) !== block);
      const wanted = rows.slice(k, next < 0 ? rows.length : next);
      const { bytes, records } = await this.#records(block, (wanted.at(-1) as number) - block * offsetStep + 1);
      for (const row of wanted) {
        const record = records[row - block * offsetStep];
        texts.push(columns.map((column, at) => this.#cell(bytes, record, column, row, firstColumn + at)));
      }
      k += wanted.length;
    }
    return texts;
  }

  /** The first records of a block of rows, at least so many unless the block is too long to look through. */
  async #records(block: number, count: number): Promise<{ bytes: Uint8Array; records: readonly RecordSpan[] }> {
    const { rowOffsets, dialect } = this.#table;
    const start = rowOffsets[block] ?? 0;
    const end = rowOffsets[block + 1] ?? start;
    const isLast = block + 2 >= rowOffsets.length;
    for (let size = FIRST_READ; ; size *= 4) {
      const stop = Math.min(end, start + Math.min(size, FARTHEST));
      const bytes = await this.#text.read(start, stop);
      const records = recordsOf(bytes, 0, dialect, count, stop === end && isLast);
      if (records.length >= count || stop === end || size >= FARTHEST) return { bytes, records };
    }
  }

  #cell(bytes: Uint8Array, record: RecordSpan | undefined, fileColumn: number, row: number, column: number): string | null {
    const span = record?.cells[fileColumn];
    if (span === undefined) return null;
    const kind = this.#cells.read(bytes, span.start, span.end);
    if (kind === "missing") return null;
    if (kind === "number" && this.#cells.value !== Number(this.#array.item(row, column))) return null;
    return cellText(bytes, span, this.#table.dialect.quote).trim();
  }
}
