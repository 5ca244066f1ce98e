/** Rows from `start` up to, not with, `stop`, counted from 0; to the end without a `stop`. */
export interface RowRange {
  readonly start: number;
  readonly stop: number | null;
}

/** The rows of a range that a table of so many has. */
export function rowsWithin(range: RowRange | undefined, rowCount: number): { start: number; stop: number } {
  const start = Math.min(range?.start ?? 0, rowCount);
  return { start, stop: Math.max(start, Math.min(range?.stop ?? rowCount, rowCount)) };
}
