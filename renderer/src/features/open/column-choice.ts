import type { PreviewColumn, ReadingOptions } from "@argscope/core/contract/opening.ts";

/** A column of the file, and whether what is chosen reads it. */
export interface ChosenColumn extends PreviewColumn {
  readonly isRead: boolean;
}

/** What a choice of columns changes. */
export interface ColumnChoice {
  readonly columns: readonly string[] | undefined;
  readonly exclude: readonly string[] | undefined;
}

/** The columns as the choice leaves them. The one that names the rows is read in any case. */
export function chosenColumns(columns: readonly PreviewColumn[], options: ReadingOptions): readonly ChosenColumn[] {
  const { columns: only, exclude, indexCol } = options;
  const named = new Set(only ?? exclude);
  return columns.map((column) => ({
    ...column,
    isRead: named.size === 0 || named.has(column.name) === (only !== undefined) || column.name === indexCol,
  }));
}

/**
 * A choice by the names of the few. Where it leaves no column of numbers the rest is named: what is chosen by name can be the array
 * though it is times, or text. Nothing to read is no choice: the columns that were left out are taken then.
 */
export function choiceOf(columns: readonly ChosenColumn[]): ColumnChoice {
  const read = columns.filter(({ isRead }) => isRead);
  if (read.length === columns.length || read.length === 0) return { columns: undefined, exclude: undefined };
  const isByName = read.length <= columns.length / 2 || !read.some(({ isNumber }) => isNumber);
  if (isByName) return { columns: read.map(({ name }) => name), exclude: undefined };
  return { columns: undefined, exclude: columns.filter(({ isRead }) => !isRead).map(({ name }) => name) };
}
