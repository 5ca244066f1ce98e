import type { Table } from "@argscope/core";
import type { Control } from "@argscope/core/contract/worker.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { Task } from "@argscope/core/formats/csv/task.ts";
import { cleanStyle } from "@argscope/core/formats/csv/write/cell-style.ts";
import { tableRows } from "@argscope/core/formats/csv/write/table-rows.ts";
import { writeNpyBlocks } from "@argscope/core/formats/npy/write-npy.ts";
import type { ConvertRequest } from "../command/request.ts";
import { arrayJson, arrayTable } from "../write/array-text.ts";
import { type HeadedColumn, type RowFormatName, rowFormat } from "../write/row-format.ts";
import { tableJson } from "../write/table-json.ts";
import { TextBlocks, utf8Blocks } from "../write/text-blocks.ts";
import { readContent, type TableContent } from "./content.ts";
import { tableSubject } from "./table-subject.ts";

/** Reads a file and writes it again, clean. */
export async function* convert(source: ByteSource, request: ConvertRequest, control: Control): AsyncGenerator<Uint8Array> {
  const { reading, format } = request;
  const content = await readContent(source, reading, control);
  if (content.kind === "table" && format !== "npy") {
    yield* format === "json" ? utf8Blocks(tableJson(content.table)) : rowsOf(content, format, control);
    return;
  }
  const array = content.kind === "table" ? tableSubject(content.table, reading, source.name).array : content.array;
  if (format === "npy") yield* writeNpyBlocks(array);
  else yield* utf8Blocks(format === "json" ? arrayJson(array) : arrayTable(array, format));
}

/** The rows as the file has them: nothing of a cell's text is changed, but that decimal commas become points. */
async function* rowsOf(content: TableContent, format: RowFormatName, control: Control): AsyncGenerator<Uint8Array> {
  const { table } = content;
  const { head, row } = rowFormat(format);
  const style = cleanStyle(content);
  const blocks = new TextBlocks();
  yield* blocks.add(head(headOf(table, format)));
  for await (const rows of tableRows(content, null, new Task(control))) {
    yield* blocks.add(rows.map((texts) => row(style(texts))).join(""));
  }
  yield* blocks.end();
}

/**
 * The header as the file has it, made-up names where it has none. A header that lacks the first column's heading, as R writes
 * it, stays so: readers know what it means, but for a table of Markdown.
 */
function headOf({ headings, columns, receipt }: Table, format: RowFormatName): HeadedColumn[] {
  const isNamed = headings.some((heading) => heading !== "");
  const heads = columns.map(({ name, heading, kind }) => ({
    heading: isNamed ? heading : name,
    numeric: kind === "number",
  }));
  const asByR = receipt.skippedColumns === 0 && headings.length === columns.length - 1 && columns[0]?.heading === "";
  return asByR && isNamed && format !== "md" ? heads.slice(1) : heads;
}
