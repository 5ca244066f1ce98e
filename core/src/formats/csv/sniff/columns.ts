import { type ColumnChoice, chosenColumns } from "../../../table/choose-columns.ts";
import { numberColumn, skipColumn, textColumn } from "../scanner.ts";
import type { ColumnCounts } from "./column-counts.ts";
import type { ColumnNames } from "./column-names.ts";
import type { Sample } from "./sample.ts";

/** What a sample's rows say about each column. */
export interface JudgedColumns {
  /** 1: its cells are numbers or missing. */
  readonly numeric: Uint8Array;
  /** 1: a number is among them. */
  readonly numbered: Uint8Array;
  /** The line of the first cell that is no number, where most of them are; else 0. */
  readonly brokenLines: Float64Array;
}

/** Judges the first `width` columns. What a few rows have beside the `usual` ones is kept as text: numbers would be NaN nearly everywhere. */
export function judgeColumns(counts: ColumnCounts, width: number, usual: number): JudgedColumns {
  const { numbers, others, otherLines, odd } = counts;
  const numeric = new Uint8Array(width);
  const numbered = new Uint8Array(width);
  const brokenLines = new Float64Array(width);
  const judge = (k: number): void => {
    const count = numbers[k] ?? 0;
    const rest = others[k] ?? 0;
    numeric[k] = k < usual && rest === 0 ? 1 : 0;
    numbered[k] = count > 0 ? 1 : 0;
    if (k < usual && count > rest) brokenLines[k] = otherLines[k] ?? 0;
  };
  if (odd === null) for (let k = 0; k < width; k++) judge(k);
  else {
    numeric.fill(1, 0, usual);
    numbered.fill(1, 0, numbers.length);
    for (const k of odd) if (k < width) judge(k);
  }
  return { numeric, numbered, brokenLines };
}

/** What a scan does with each column. */
export function kindsOf(names: ColumnNames, numeric: Uint8Array, options: ColumnChoice): Uint8Array {
  const kinds = new Uint8Array(names.length).fill(numberColumn);
  for (let k = numeric.indexOf(0); k >= 0; k = numeric.indexOf(0, k + 1)) kinds[k] = textColumn;
  const { columns, exclude, indexCol } = options;
  // A file may have a hundred thousand columns: where nothing was chosen, nothing is looked for.
  if (columns === undefined && exclude === undefined && typeof indexCol !== "string") return kinds;
  const chosen = chosenColumns(names.all, options);
  for (let k = 0; k < kinds.length; k++) {
    if (chosen[k] === false) kinds[k] = skipColumn;
    else if (names.all[k]?.name === indexCol) kinds[k] = textColumn;
  }
  return kinds;
}

/** Bytes of a row, and of each column of text in it, on average. */
interface Averages {
  readonly rowBytes: number;
  readonly columnBytes: Float64Array;
}

/**
 * Averages of the rows from `first` on.
 *
 * @param kinds for each column what is done with it
 * @param left bytes of all rows, where the sample has none of them
 */
export function averagesOf(
  { records }: Sample,
  first: number,
  counts: ColumnCounts,
  kinds: Uint8Array,
  left: number,
): Averages {
  const columnBytes = new Float64Array(kinds.length);
  const count = Math.max(1, counts.rows);
  for (let k = kinds.indexOf(textColumn); k >= 0; k = kinds.indexOf(textColumn, k + 1)) {
    let bytes = 0;
    for (let row = first; row < records.count; row++) {
      const cell = records.firstCell(row) + k;
      if (k < records.width(row)) bytes += records.cellEnd(cell) - records.cellStart(cell);
    }
    columnBytes[k] = bytes / count;
  }
  // Of a row whose first cells alone are there, the others are as long.
  const share = records.whole < records.count ? records.width(records.whole) / kinds.length : 1;
  return { rowBytes: counts.rowBytes > 0 ? counts.rowBytes / count / share : Math.max(1, left), columnBytes };
}
