import type { Table } from "@argscope/core";
import { subjectOf } from "@argscope/core/table/subject.ts";
import type { Reading } from "../command/request.ts";
import { openOptions } from "./reading-options.ts";
import type { Labels, Subject } from "./subject.ts";

/**
 * What `a` means for a table, with the names of its rows and columns.
 *
 * @throws {ValueError} no column of numbers is left, and no other was chosen.
 */
export function tableSubject(table: Table, reading: Reading, name: string): Subject {
  const { array, columns, rowLabels } = subjectOf(table, openOptions(reading), name);
  const rows: Labels | null = rowLabels && { name: rowLabels.name, own: true, text: (row) => rowLabels.text(row) };
  const names = { name: "name", own: table.headings.length > 0, text: (position: number) => columns[position] ?? "" };
  return { array, labels: [rows, names] };
}
