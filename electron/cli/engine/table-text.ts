import type { Control } from "@argscope/core/contract/worker.ts";
import { Task } from "@argscope/core/formats/csv/task.ts";
import { tableRows } from "@argscope/core/formats/csv/write/table-rows.ts";
import type { TableContent } from "./content.ts";

/** The cells as the file has them, some rows at a time. */
export function tableText(content: TableContent, control: Control): AsyncGenerator<string[][]> {
  return tableRows(content, null, new Task(control));
}
