import type { CellRange } from "../contract/selecting.ts";
import { ValueError } from "../errors.ts";

/** The rows and the columns that are copied, in places: every row with every column. */
export interface CopyArea {
  /** Ranges of places, in order, none overlapping. */
  readonly rows: readonly Span[];
  readonly columns: readonly Span[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What several ranges copy as one table: they must have the same rows, or the same columns, as in a spreadsheet.
 *
 * @throws {ValueError} they do not.
 */
export function copyArea(ranges: readonly CellRange[]): CopyArea {
  const rows = spansOf(ranges.map(({ top, bottom }) => ({ start: top, end: bottom })));
  const columns = spansOf(ranges.map(({ left, right }) => ({ start: left, end: right })));
  const cells = countOf(rows) * countOf(columns);
  const selected = ranges.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top) * (right - left), 0);
  if (cells === selected) return { rows, columns };
  throw new ValueError(
    "These ranges do not make one table. Select ranges with the same rows, or with the same columns, and copy again.",
  );
}

export function countOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

export function* placesOf(spans: readonly Span[]): Generator<number> {
  for (const { start, end } of spans) for (let place = start; place < end; place++) yield place;
}

/** The same places in order, those that touch together. */
function spansOf(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
