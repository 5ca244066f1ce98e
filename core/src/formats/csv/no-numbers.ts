import type { Table } from "../../table/table.ts";

/** What to say of a table without a column of numbers: what, where, what to do. Null where there is one. */
export function noNumbersSentence(table: Table, name: string): string | null {
  if (table.numberColumns.length > 0) return null;
  if (table.rowCount === 0 && table.receipt.rowRange === null) {
    return `${name} has a header and no rows. Choose a file with rows of data.`;
  }
  const broken = table.receipt.brokenColumns[0];
  const where =
    broken === undefined
      ? everyColumnIsText(table)
      : `column "${broken.name}" is text, because line ${broken.line} has "${broken.text}"`;
  return `${name} has no column of numbers: ${where}. Choose a file with at least one column of numbers.`;
}

function everyColumnIsText({ labels }: Table): string {
  const [first] = labels;
  const found = labels.map(({ dtype }) => (dtype === "text" ? dtype : dtype === "bool" ? "true and false" : "dates"));
  const sorts = [...new Set(found)].join(", ");
  if (labels.length === 1) return `its only column, "${first?.name}", ${sorts === "text" ? "is" : "holds"} ${sorts}`;
  return `all ${labels.length} columns are ${sorts}, from "${first?.name}" to "${labels.at(-1)?.name}"`;
}
