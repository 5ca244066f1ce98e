import { type ColumnChoice, chosenColumns } from "../../../table/choose-columns.ts";
import { numberColumn, skipColumn, textColumn } from "../scanner.ts";
import type { ColumnCounts } from "./column-counts.ts";
import type { ColumnNames } from "./column-names.ts";

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
export function judgeColumns({ numbers, others, otherLines }: ColumnCounts, width: number, usual: number): JudgedColumns {
  const numeric = new Uint8Array(width);
  const numbered = new Uint8Array(width);
  const brokenLines = new Float64Array(width);
  for (let k = 0; k < width; k++) {
    const count = numbers[k] ?? 0;
    const rest = others[k] ?? 0;
    if (k < usual && rest === 0) numeric[k] = 1;
    if (count > 0) numbered[k] = 1;
    if (k < usual && count > rest) brokenLines[k] = otherLines[k] ?? 0;
  }
  return { numeric, numbered, brokenLines };
}

/** What a scan does with each column. */
export function kindsOf(names: ColumnNames, numeric: Uint8Array, options: ColumnChoice): Uint8Array {
  const kinds = new Uint8Array(names.length);
  for (let k = 0; k < kinds.length; k++) kinds[k] = numeric[k] === 1 ? numberColumn : textColumn;
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

/** Bytes of a row, and of each column in it, on average. */
interface Averages {
  readonly rowBytes: number;
  readonly columnBytes: Float64Array;
}

/** Averages of the rows that were counted. @param left bytes of all rows, where the sample has none of them */
export function averagesOf({ rows, rowBytes, bytes }: ColumnCounts, width: number, left: number): Averages {
  const columnBytes = new Float64Array(width);
  const count = Math.max(1, rows);
  for (let k = 0; k < width; k++) columnBytes[k] = (bytes[k] ?? 0) / count;
  return { rowBytes: rowBytes > 0 ? rowBytes / count : Math.max(1, left), columnBytes };
}
