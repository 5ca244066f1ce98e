import { type CellKind, CellReader } from "../cell.ts";
import type { Dialect } from "../dialect.ts";
import { cellText, type RecordSpan } from "../records.ts";

/** The first records of a file, and what their cells are. Rows and columns count from 0. */
export class Sample {
  readonly bytes: Uint8Array;
  readonly records: readonly RecordSpan[];
  readonly dialect: Dialect;
  /** The number of cells that most records have; those behind the first lines, which may be a preamble. */
  readonly width: number;
  readonly #reader: CellReader;

  constructor(bytes: Uint8Array, records: readonly RecordSpan[], dialect: Dialect, missing: readonly string[]) {
    this.bytes = bytes;
    this.records = records;
    this.dialect = dialect;
    this.#reader = new CellReader(missing, dialect);
    this.width = usualWidth(records.slice(records.length >> 2));
  }

  kind(row: number, column: number): CellKind {
    const cell = this.records[row]?.cells[column];
    return cell === undefined ? "missing" : this.#reader.read(this.bytes, cell.start, cell.end);
  }

  text(row: number, column: number): string {
    return cellText(this.bytes, this.records[row]?.cells[column], this.dialect.quote).trim();
  }

  texts(row: number): string[] {
    return (this.records[row]?.cells ?? []).map((_, column) => this.text(row, column));
  }
}

function usualWidth(records: readonly RecordSpan[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let usual = 1;
  for (const [width, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = width;
  return usual;
}
