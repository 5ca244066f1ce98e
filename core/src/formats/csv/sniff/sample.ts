import { CellReader } from "../cell.ts";
import type { CutRecords } from "../cut-records.ts";
import { type Dialect, space } from "../dialect.ts";
import { cellText, spanOf } from "../records.ts";
import { charactersOf, isAscii } from "./characters.ts";

/** What a cell is, in `Sample.kinds`; 0: not known yet. The first as in `CutRecords.numbers`. */
export const numberCell = 1;
export const missingCell = 2;
export const otherCell = 3;

const codes = { number: numberCell, missing: missingCell, other: otherCell } as const;

/** The first records of a file, and what their cells are. Rows and columns count from 0. */
export class Sample {
  readonly bytes: Uint8Array;
  readonly records: CutRecords;
  readonly dialect: Dialect;
  /** The number of cells that most records have; those behind the first lines, which may be a preamble. */
  readonly width: number;
  /** For each cell what it is, as far as it is known; `kindOf` finds it out. */
  readonly kinds: Uint8Array;
  readonly #reader: CellReader;
  /** The bytes as a text, where all are ASCII. */
  readonly #ascii: string | null;
  readonly #texts = new Map<number, string[]>();

  /** @param characters `charactersOf(bytes)` */
  constructor(
    bytes: Uint8Array,
    records: CutRecords,
    dialect: Dialect,
    missing: readonly string[],
    characters = charactersOf(bytes),
  ) {
    this.bytes = bytes;
    this.#ascii = isAscii(bytes, characters) ? characters : null;
    this.records = records;
    this.dialect = dialect;
    this.#reader = new CellReader(missing, dialect);
    // Where a number may stand for a missing cell, each is asked for by itself.
    this.kinds = missing.some((marker) => /\d/.test(marker))
      ? new Uint8Array(records.cells)
      : records.numbers.subarray(0, records.cells);
    this.width = usualWidth(records);
  }

  /** @param cell among all cells */
  kindOf(cell: number): number {
    const known = this.kinds[cell] as number;
    if (known > 0) return known;
    const kind = codes[this.#reader.read(this.bytes, this.records.cellStart(cell), this.records.cellEnd(cell))];
    this.kinds[cell] = kind;
    return kind;
  }

  /** What a cell is; missing where the row has none in the column. */
  kind(row: number, column: number): number {
    return column < this.records.width(row) ? this.kindOf(this.records.firstCell(row) + column) : missingCell;
  }

  text(row: number, column: number): string {
    return column < this.records.width(row) ? this.#textOf(this.records.firstCell(row) + column) : "";
  }

  texts(row: number): readonly string[] {
    const known = this.#texts.get(row);
    if (known !== undefined) return known;
    const first = this.records.firstCell(row);
    const texts = Array.from({ length: this.records.width(row) }, (_, column) => this.#textOf(first + column));
    this.#texts.set(row, texts);
    return texts;
  }

  /** Cells of a row that have text, as many as are `enough` at least: a row may have a hundred thousand. */
  filled(row: number, enough: number): number {
    const { bytes, records } = this;
    const first = records.firstCell(row);
    const width = records.width(row);
    let count = 0;
    const { spans } = records;
    for (let cell = first; cell < first + width && count < enough; cell++) {
      const start = spans[2 * cell] as number;
      const byte = start < 0 ? space : (bytes[start] as number);
      const isPlain = byte > space && byte < 0x80 && start < (spans[2 * cell + 1] as number);
      if (isPlain || this.#textOf(cell) !== "") count++;
    }
    return count;
  }

  #textOf(cell: number): string {
    const { records } = this;
    if (this.#ascii === null || records.isQuoted(cell)) {
      return cellText(this.bytes, spanOf(records, cell), this.dialect.quote).trim();
    }
    return this.#ascii.slice(records.cellStart(cell), records.cellEnd(cell)).trim();
  }
}

function usualWidth(records: CutRecords): number {
  const counts = new Map<number, number>();
  for (let row = records.whole >> 2; row < records.whole; row++) {
    const width = records.width(row);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let usual = 1;
  for (const [width, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = width;
  return usual;
}
