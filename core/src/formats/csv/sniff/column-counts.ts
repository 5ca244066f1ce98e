import { numberCell, otherCell, type Sample } from "./sample.ts";

/** What a sample's rows have in each column, as many as the widest of them has. */
export interface ColumnCounts {
  readonly rows: number;
  /** Bytes of all the rows. */
  readonly rowBytes: number;
  /** Cells that are not empty, and the bytes of all. */
  readonly filled: Uint32Array;
  readonly bytes: Uint32Array;
  /** Cells that are numbers, and cells that are neither numbers nor missing; the line of the first of those, or 0. */
  readonly numbers: Uint32Array;
  readonly others: Uint32Array;
  readonly otherLines: Uint32Array;
}

/**
 * Counts the rows from `first` on, each cell once.
 *
 * @param judged the rows behind it are no rows for what cells are: footnotes, most likely
 */
export function countColumns(sample: Sample, first: number, judged: number): ColumnCounts {
  const { records, kinds } = sample;
  const { spans } = records;
  let width = 0;
  for (let row = first; row < records.count; row++) width = Math.max(width, records.width(row));
  const counts = { filled: new Uint32Array(width), bytes: new Uint32Array(width), numbers: new Uint32Array(width) };
  const { filled, bytes, numbers } = counts;
  const others = new Uint32Array(width);
  const otherLines = new Uint32Array(width);
  for (let row = first; row < records.count; row++) {
    const from = records.firstCell(row);
    const cells = records.width(row);
    for (let column = 0, cell = from; column < cells; column++, cell++) {
      const start = spans[2 * cell] as number;
      const length = (spans[2 * cell + 1] as number) - (start < 0 ? ~start : start);
      if (length > 0) {
        filled[column] = (filled[column] as number) + 1;
        bytes[column] = (bytes[column] as number) + length;
      }
      if (row >= judged) continue;
      const kind = (kinds[cell] as number) || sample.kindOf(cell);
      if (kind === numberCell) numbers[column] = (numbers[column] as number) + 1;
      else if (kind === otherCell) {
        if (others[column] === 0) otherLines[column] = records.line(row);
        others[column] = (others[column] as number) + 1;
      }
    }
  }
  const rows = Math.max(0, records.count - first);
  const rowBytes = rows === 0 ? 0 : records.next(records.count - 1) - records.start(first);
  return { rows, rowBytes, ...counts, others, otherLines };
}

/** The last column that more than such a share of the rows fills, counted from 1. */
export function filledColumns({ filled, rows }: ColumnCounts, share: number): number {
  return filled.findLastIndex((count) => count > share * rows) + 1;
}
