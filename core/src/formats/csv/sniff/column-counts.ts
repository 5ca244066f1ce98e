import { missingCell, numberCell, otherCell, type Sample } from "./sample.ts";

/** What a sample's rows have in each column, as many as the widest of them has. */
export interface ColumnCounts {
  readonly rows: number;
  /** Bytes of all the rows. */
  readonly rowBytes: number;
  /** Cells that are not empty. */
  readonly filled: Uint32Array;
  /** Cells that are numbers, and cells that are neither numbers nor missing; the line of the first of those, or 0. */
  readonly numbers: Uint32Array;
  readonly others: Uint32Array;
  readonly otherLines: Uint32Array;
  /** The columns that have anything but numbers, as far as rows reach that are no footnotes; null where all are to be looked at. */
  readonly odd: readonly number[] | null;
}

const usuallyWide = 4096;
/** So many cells of a row may be no numbers for that: each of them is searched for. */
const fewOdd = 1024;

/**
 * Counts the rows from `first` on.
 *
 * @param judged the rows behind it are no rows for what cells are: footnotes, most likely
 * @param wide columns from which on most are counted without a look at each
 */
export function countColumns(sample: Sample, first: number, judged: number, wide = usuallyWide): ColumnCounts {
  const { records } = sample;
  let width = 0;
  for (let row = first; row < records.count; row++) width = Math.max(width, records.width(row));
  const rows = Math.max(0, records.count - first);
  const rowBytes = rows === 0 ? 0 : records.next(records.count - 1) - records.start(first);
  const counts = {
    filled: new Uint32Array(width),
    numbers: new Uint32Array(width),
    others: new Uint32Array(width),
    otherLines: new Uint32Array(width),
  };
  const odd = width < wide ? null : countOdd(sample, first, judged, counts);
  if (odd === null) for (let row = first; row < records.count; row++) countCells(sample, row, row < judged, counts);
  return { rows, rowBytes, ...counts, odd };
}

type Counts = Pick<ColumnCounts, "filled" | "numbers" | "others" | "otherLines">;

/** Counts each cell of a row. @param isJudged what they are too */
function countCells(sample: Sample, row: number, isJudged: boolean, { filled, numbers, others, otherLines }: Counts): void {
  const { records, kinds } = sample;
  const from = records.firstCell(row);
  const cells = records.width(row);
  for (let column = 0, cell = from; column < cells; column++, cell++) {
    if (records.cellEnd(cell) > records.cellStart(cell)) filled[column] = (filled[column] as number) + 1;
    if (!isJudged) continue;
    const kind = (kinds[cell] as number) || sample.kindOf(cell);
    if (kind === numberCell) numbers[column] = (numbers[column] as number) + 1;
    else if (kind === otherCell) {
      if (others[column] === 0) otherLines[column] = records.line(row);
      others[column] = (others[column] as number) + 1;
    }
  }
}

/**
 * As `countCells` of all rows, which are all alike but for few cells: those are searched for by what searches memory, because a
 * loop over a hundred thousand columns takes its time as long as it is not compiled.
 *
 * @returns the columns of those cells; null, with nothing counted, where they are not few or the rows not alike
 */
function countOdd(sample: Sample, first: number, judged: number, counts: Counts): readonly number[] | null {
  const { records } = sample;
  const { filled, numbers, others, otherLines } = counts;
  const width = filled.length;
  const found: { readonly row: number; readonly cells: readonly number[] }[] = [];
  for (let row = first; row < records.count; row++) {
    const cells = row < judged && records.width(row) === width ? oddCells(sample, records.firstCell(row), width) : null;
    if (cells === null) return null;
    found.push({ row, cells });
  }
  filled.fill(found.length);
  numbers.fill(found.length);
  const odd = new Set<number>();
  for (const { row, cells } of found) {
    for (const cell of cells) {
      const column = cell - records.firstCell(row);
      odd.add(column);
      if (records.cellEnd(cell) === records.cellStart(cell)) filled[column] = (filled[column] as number) - 1;
      numbers[column] = (numbers[column] as number) - 1;
      if (sample.kindOf(cell) !== otherCell) continue;
      if (others[column] === 0) otherLines[column] = records.line(row);
      others[column] = (others[column] as number) + 1;
    }
  }
  return [...odd];
}

/** Of `count` cells those that are no numbers, in no order; null where they are not few. */
function oddCells(sample: Sample, from: number, count: number): readonly number[] | null {
  const kinds = sample.kinds.subarray(from, from + count);
  const odd: number[] = [];
  // What is not known yet becomes known, and is then among the others.
  for (let at = kinds.indexOf(0), asked = 0; at >= 0; at = kinds.indexOf(0, at + 1)) {
    if (++asked > fewOdd) return null;
    sample.kindOf(from + at);
  }
  for (const kind of [missingCell, otherCell]) {
    for (let at = kinds.indexOf(kind); at >= 0; at = kinds.indexOf(kind, at + 1)) {
      if (odd.push(from + at) > fewOdd) return null;
    }
  }
  return odd;
}

/** The last column that more than such a share of the rows fills, counted from 1. */
export function filledColumns({ filled, rows }: ColumnCounts, share: number): number {
  return filled.findLastIndex((count) => count > share * rows) + 1;
}
