import { type ColumnChoice, chosenColumns } from "../../../table/choose-columns.ts";
import type { RecordSpan } from "../records.ts";
import { numberColumn, skipColumn, textColumn } from "../scanner.ts";
import type { ColumnName } from "./names.ts";
import type { Sample } from "./sample.ts";

/** What a sample's rows say about each column. */
export interface JudgedColumns {
  /** Its cells are numbers or missing. */
  readonly numeric: readonly boolean[];
  /** A number is among them. */
  readonly numbered: readonly boolean[];
  /** The line of the first cell that is no number, where most of them are; else null. */
  readonly brokenLines: readonly (number | null)[];
}

/** What a few rows have beside the `usual` columns is kept as text: as a column of numbers it would be NaN nearly everywhere. */
export function judgeColumns(sample: Sample, rows: readonly number[], width: number, usual: number): JudgedColumns {
  const numeric: boolean[] = [];
  const numbered: boolean[] = [];
  const brokenLines: (number | null)[] = [];
  for (let column = 0; column < width; column++) {
    let numbers = 0;
    let others = 0;
    let line: number | null = null;
    for (const row of rows) {
      const kind = sample.kind(row, column);
      if (kind === "number") numbers++;
      if (kind === "other" && others++ === 0) line = sample.records[row]?.line ?? null;
    }
    numeric.push(column < usual && others === 0);
    numbered.push(numbers > 0);
    brokenLines.push(column < usual && numbers > others ? line : null);
  }
  return { numeric, numbered, brokenLines };
}

/** What a scan does with each column. */
export function kindsOf(names: readonly ColumnName[], numeric: readonly boolean[], options: ColumnChoice): Uint8Array {
  const chosen = chosenColumns(names, options);
  return Uint8Array.from(names, ({ name }, k) => {
    if (chosen[k] === false) return skipColumn;
    return numeric[k] === true && name !== options.indexCol ? numberColumn : textColumn;
  });
}

/** Bytes of a row, and of each column in it. @param left bytes of all rows, where the sample has none of them */
export function averagesOf(
  rows: readonly RecordSpan[],
  width: number,
  left: number,
): { rowBytes: number; columnBytes: readonly number[] } {
  const count = Math.max(1, rows.length);
  const columnBytes = Array.from({ length: width }, (_, k) => {
    return rows.reduce((sum, { cells }) => sum + ((cells[k]?.end ?? 0) - (cells[k]?.start ?? 0)), 0) / count;
  });
  const bytes = (rows.at(-1)?.next ?? 0) - (rows[0]?.start ?? 0);
  return { rowBytes: rows.length > 0 && bytes > 0 ? bytes / count : Math.max(1, left), columnBytes };
}
