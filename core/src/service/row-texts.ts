import type { NdArray } from "../array/ndarray.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import { CellReader } from "../formats/csv/cell.ts";
import { usualMissing } from "../formats/csv/options.ts";
import { cellText, spanOf } from "../formats/csv/records.ts";
import { offsetStep } from "../formats/csv/scanner.ts";
import type { Table } from "../table/table.ts";
import { type Block, RowBlocks } from "./row-blocks.ts";

/** The text of rows; null for a cell whose text is not what its number was read from. */
export type Texts = readonly (readonly (string | null)[])[];

/**
 * The text that a table's numbers have in the file, read again from there when somebody wants to see it.
 *
 * A text is shown only where it is still the number that the array holds: a file that changed meanwhile tells no lies.
 */
export class RowTexts {
  readonly #table: Table;
  readonly #blocks: RowBlocks;
  readonly #array: NdArray;
  readonly #fileColumns: readonly number[];
  readonly #cells: CellReader;

  /** @param fileColumns for each column of the array, its place among the file's */
  constructor(table: Table, text: ByteSource, array: NdArray, fileColumns: readonly number[]) {
    this.#table = table;
    this.#blocks = new RowBlocks(table, text);
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
      const read = await this.#blocks.read(block, (wanted.at(-1) as number) - block * offsetStep + 1);
      for (const row of wanted) {
        const record = row - block * offsetStep;
        texts.push(columns.map((column, at) => this.#cell(read, record, column, row, firstColumn + at)));
      }
      k += wanted.length;
    }
    return texts;
  }

  #cell({ bytes, records }: Block, record: number, fileColumn: number, row: number, column: number): string | null {
    if (fileColumn < 0 || fileColumn >= records.width(record)) return null;
    const span = spanOf(records, records.firstCell(record) + fileColumn);
    const kind = this.#cells.read(bytes, span.start, span.end);
    if (kind === "missing") return null;
    if (kind === "number" && this.#cells.value !== Number(this.#array.item(row, column))) return null;
    return cellText(bytes, span, this.#table.dialect.quote).trim();
  }
}
