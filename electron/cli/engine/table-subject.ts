import { slice, type Table } from "@argscope/core";
import { ValueError } from "@argscope/core/errors.ts";
import { noNumbersSentence } from "@argscope/core/formats/csv/index.ts";
import type { Column } from "@argscope/core/table/column.ts";
import type { TextColumn } from "@argscope/core/table/text-column.ts";
import type { IndexCol, Reading } from "../command/request.ts";
import { UsageError } from "../command/usage-error.ts";
import type { Labels, Subject } from "./subject.ts";

/**
 * The numbers of a table as an array: its columns of numbers, or those of them that were chosen, in file order.
 *
 * @throws {ValueError} a name is no column, or no column of numbers is left.
 */
export function tableSubject(table: Table, reading: Reading, name: string): Subject {
  const sentence = noNumbersSentence(table, name);
  if (sentence !== null) throw new ValueError(sentence);
  const numbers = chosenColumns(table, reading).filter((column) => column.dtype !== "text");
  if (numbers.length === 0) throw new ValueError(`None of the chosen columns of ${name} holds numbers.`);
  const all = numbers.length === table.numberColumns.length;
  const block = all ? table.block() : table.block(numbers.map((column) => column.name));
  const { start, stop } = reading.rows ?? { start: 0, stop: null };
  const rows = rowLabels(table, reading.indexCol ?? { kind: "auto" });
  return {
    array: reading.rows === undefined ? block : slice(block, `${start}:${stop ?? ""}`),
    labels: [
      rows === null ? null : { name: rows.name, own: true, text: (row) => rows.text(start + row) },
      columnLabels(table, numbers),
    ],
  };
}

/** The columns that `--columns` and `--exclude` leave, in file order. */
export function chosenColumns(table: Table, { columns, exclude }: Reading): readonly Column[] {
  for (const name of columns ?? exclude ?? []) {
    if (!table.columns.some((column) => column.name === name)) throw new ValueError(`There is no column named "${name}".`);
  }
  return table.columns.filter(({ name }) => columns?.includes(name) ?? !exclude?.includes(name));
}

function columnLabels(table: Table, columns: readonly Column[]): Labels {
  return { name: "name", own: table.headings.length > 0, text: (position) => columns[position]?.name ?? "" };
}

function rowLabels({ labels, columns }: Table, choice: IndexCol): TextColumn | null {
  if (choice.kind === "none") return null;
  if (choice.kind === "auto") return labels[0] ?? null;
  const column = columns.find((candidate) => candidate.name === choice.name);
  if (column === undefined) throw new ValueError(`There is no column named "${choice.name}".`);
  if (column.dtype === "text") return column;
  throw new UsageError(`--index-col takes a column of text, and "${choice.name}" holds numbers.`);
}
