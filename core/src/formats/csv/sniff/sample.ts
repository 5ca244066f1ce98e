import { type CellKind, CellReader } from "../cell.ts";
import type { Dialect } from "../dialect.ts";
import { cellText, type RecordSpan } from "../records.ts";

const kinds: readonly CellKind[] = ["number", "missing", "other"];

/** The first records of a file, and what their cells are. Rows and columns count from 0. */
export class Sample {
  readonly bytes: Uint8Array;
  readonly records: readonly RecordSpan[];
  readonly dialect: Dialect;
  /** The number of cells that most records have; those behind the first lines, which may be a preamble. */
  readonly width: number;
  readonly #reader: CellReader;
  /** For each record its cells' kinds as far as they were asked for: one more than the place among `kinds`. */
  readonly #kinds: Uint8Array[];
  readonly #texts = new Map<number, string[]>();

  constructor(bytes: Uint8Array, records: readonly RecordSpan[], dialect: Dialect, missing: readonly string[]) {
    this.bytes = bytes;
    this.records = records;
    this.dialect = dialect;
    this.#reader = new CellReader(missing, dialect);
    this.#kinds = records.map(({ cells }) => new Uint8Array(cells.length));
    this.width = usualWidth(records.slice(records.length >> 2));
  }

  kind(row: number, column: number): CellKind {
    const known = this.#kinds[row];
    const cell = this.records[row]?.cells[column];
    if (known === undefined || cell === undefined) return "missing";
    const before = known[column] as number;
    if (before > 0) return kinds[before - 1] as CellKind;
    const kind = this.#reader.read(this.bytes, cell.start, cell.end);
    known[column] = kinds.indexOf(kind) + 1;
    return kind;
  }

  text(row: number, column: number): string {
    return cellText(this.bytes, this.records[row]?.cells[column], this.dialect.quote).trim();
  }

  texts(row: number): readonly string[] {
    const known = this.#texts.get(row);
    if (known !== undefined) return known;
    const texts = (this.records[row]?.cells ?? []).map((_, column) => this.text(row, column));
    this.#texts.set(row, texts);
    return texts;
  }
}

function usualWidth(records: readonly RecordSpan[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let usual = 1;
  for (const [width, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = width;
  return usual;
}
