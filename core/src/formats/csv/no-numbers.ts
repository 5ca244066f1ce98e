import type { Table } from "../../table/table.ts";

/** What to say of a table without a column of numbers: what, where, what to do. Null where there is one. */
export function noNumbersSentence(table: Table, name: string): string | null {
  if (table.numberColumns.length > 0) return null;
  const broken = table.receipt.brokenColumns[0];
  const where =
    broken === undefined
      ? everyColumnIsText(table)
      : `column "${broken.name}" is text, because line ${broken.line} has "${broken.text}"`;
  return `${name} has no column of numbers: ${where}. Choose a file with at least one column of numbers.`;
}

function everyColumnIsText({ labels }: Table): string {
  const [first] = labels;
  if (labels.length === 1) return `its only column, "${first?.name}", is text`;
  return `all ${labels.length} columns are text, from "${first?.name}" to "${labels.at(-1)?.name}"`;
}
