import type { Table } from "../../table/table.ts";

/** What to say of a table without a column of numbers: what, where, what to do. Null where there is one. */
export function noNumbersSentence(table: Table, name: string): string | null {
  if (table.numberColumns.length > 0) return null;
  const broken = table.receipt.brokenColumns[0];
  const where =
    broken === undefined
      ? `${table.labels.length === 1 ? "its only column is" : `all ${table.labels.length} columns are`} text`
      : `column "${broken.name}" is text, because line ${broken.line} has "${broken.text}"`;
  return `${name} has no column of numbers: ${where}. Choose a file with at least one column of numbers.`;
}
