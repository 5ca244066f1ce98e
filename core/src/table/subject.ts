import type { NdArray } from "../array/ndarray.ts";
import { ValueError } from "../errors.ts";
import { noNumbersSentence } from "../formats/csv/no-numbers.ts";
import type { ColumnChoice } from "./choose-columns.ts";
import type { Table } from "./table.ts";
import type { TextColumn } from "./text-column.ts";

/** What is worked on of a table. */
export interface TableSubject {
  /** `a`. The caller frees it where `isCopy`. */
  readonly array: NdArray;
  readonly isCopy: boolean;
  /** The names of its columns. */
  readonly columns: readonly string[];
  /** Names the rows; null where nothing does. */
  readonly rowLabels: TextColumn | null;
  /** Every column of text that is no part of `a`; the one that names the rows first. */
  readonly labels: readonly TextColumn[];
}

/**
 * What `a` means for a table: its columns of numbers. Where columns were chosen and none of them holds numbers, it is those: all
 * times, all true and false, or all text. The rows are named by the column that was chosen for it, else by the first of text.
 *
 * @param choice as the table was read with
 * @throws {ValueError} there are no numbers, and nothing else that was chosen can be `a`.
 */
export function subjectOf(table: Table, choice: ColumnChoice, name: string): TableSubject {
  const { indexCol } = choice;
  const numeric = table.numberColumns.map((column) => column.name);
  const chosen = (choice.columns === undefined ? [] : table.labels).filter((label) => label.name !== indexCol);
  const isCopy = numeric.length === 0;
  const refusal = chosen.length === 0 ? noNumbersSentence(table, name) : null;
  if (refusal !== null) throw new ValueError(refusal);
  const columns = isCopy ? chosen.map((label) => label.name) : numeric;
  const labels = table.labels.filter((label) => !columns.includes(label.name));
  const rowLabels = rowLabelsOf(labels, indexCol);
  return {
    array: isCopy ? table.block(columns) : table.block(),
    isCopy,
    columns,
    rowLabels,
    labels: rowLabels === null ? labels : [rowLabels, ...labels.filter((label) => label !== rowLabels)],
  };
}

/** A column of true and false names nothing unless it was chosen for it. */
function rowLabelsOf(labels: readonly TextColumn[], indexCol: string | null | undefined): TextColumn | null {
  if (indexCol === null) return null;
  if (indexCol !== undefined) return labels.find((label) => label.name === indexCol) ?? null;
  return labels.find((label) => label.dtype !== "bool") ?? null;
}
