import { slice, type Table } from "@argscope/core";
import { ValueError } from "@argscope/core/errors.ts";
import { noNumbersSentence } from "@argscope/core/formats/csv/index.ts";
import type { Column } from "@argscope/core/table/column.ts";
import type { Reading } from "../command/request.ts";
import type { Labels, Subject } from "./subject.ts";
import { typedCell } from "./table-text.ts";

/**
 * The numbers of a table as an array: its columns of numbers, or those of them that were chosen, in file order.
 *
 * @throws {ValueError} a name is no column, or no column of numbers is left.
 */
export function tableSubject(table: Table, reading: Reading, name: string): Subject {
  const sentence = noNumbersSentence(table, name);
  if (sentence !== null) throw new ValueError(sentence);
  const rows = rowColumn(table, reading);
  const numbers = chosenColumns(table, reading).filter((column) => column.dtype !== "text" && column !== rows);
  if (numbers.length === 0) throw new ValueError(`None of the chosen columns of ${name} holds numbers.`);
  const all = numbers.length === table.numberColumns.length;
  const block = all ? table.block() : table.block(numbers.map((column) => column.name));
  const { start, stop } = reading.rows ?? { start: 0, stop: null };
  return {
    array: reading.rows === undefined ? block : slice(block, `${start}:${stop ?? ""}`),
    labels: [rows === null ? null : rowLabels(table, rows, start), columnLabels(table, numbers)],
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

function rowLabels(table: Table, column: Column, first: number): Labels {
  const text = typedCell(table, column);
  return { name: column.name, own: true, text: (row) => text(first + row) };
}

/** The column that names the rows: the one that was chosen, which is then no part of the array; else the first of text. */
function rowColumn({ labels, columns }: Table, { indexCol = { kind: "auto" }, exclude }: Reading): Column | null {
  if (indexCol.kind === "none") return null;
  if (indexCol.kind === "auto") return labels.find(({ name }) => !exclude?.includes(name)) ?? null;
  const column = columns.find(({ name }) => name === indexCol.name);
  if (column === undefined) throw new ValueError(`There is no column named "${indexCol.name}".`);
  return column;
}
