import type { Table } from "@argscope/core";
import type { Control } from "@argscope/core/contract/worker.ts";
import { valueText } from "@argscope/core/export/value-text.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { cutRows } from "@argscope/core/formats/csv/index.ts";
import { sniffEncoding } from "@argscope/core/formats/csv/sniff/encoding.ts";
import { Task } from "@argscope/core/formats/csv/task.ts";
import { transcoded } from "@argscope/core/formats/csv/transcode.ts";
import type { Column } from "@argscope/core/table/column.ts";
import type { RowRange } from "../command/request.ts";
import type { TableContent } from "./content.ts";

/** Rows between two of a table's row offsets. */
const rowsPerOffset = 256;
/** Bytes that show a byte order mark. */
const markBytes = 4;

/**
 * The cells of some columns as the file has them, up to 256 rows at a time; where the file's cells are no text, numbers with as
 * many digits as tell them. A cell that a row lacks is empty.
 */
export async function* tableText(
  { table, text }: TableContent,
  columns: readonly Column[],
  { start, stop }: RowRange,
  control: Control,
): AsyncGenerator<string[][]> {
  const task = new Task(control);
  const whole = text === null ? null : await wholeText(table, text, task);
  const end = Math.min(stop ?? table.rowCount, table.rowCount);
  for (let row = start; row < end; ) {
    const chunk = Math.floor(row / rowsPerOffset);
    const next = Math.min(end, (chunk + 1) * rowsPerOffset);
    yield whole === null ? typedRows(table, columns, row, next) : await fileRows(table, whole, columns, row, next);
    row = next;
    await task.step(row - start, end - start);
  }
}

async function fileRows(
  table: Table,
  text: ByteSource,
  columns: readonly Column[],
  row: number,
  next: number,
): Promise<string[][]> {
  const chunk = Math.floor(row / rowsPerOffset);
  const bytes = await text.read(table.rowOffsets[chunk] ?? 0, table.rowOffsets[chunk + 1] ?? text.size);
  const rows = cutRows(bytes, table.dialect, row % rowsPerOffset, next - row, true);
  return rows.map((cells) => columns.map(({ index }) => cells[index] ?? ""));
}

function typedRows(table: Table, columns: readonly Column[], row: number, next: number): string[][] {
  const cells = columns.map((column) => typedCell(table, column));
  return Array.from({ length: next - row }, (_, k) => cells.map((cell) => cell(row + k)));
}

/** The text of a column's cells by what was read: the empty text for a missing number. */
export function typedCell(table: Table, column: Column): (row: number) => string {
  if (column.dtype === "text") return (row) => column.text(row);
  const { dtype, data, offset, strides } = table.block();
  const [rowStride = 0, stride = 0] = strides;
  const first = offset + column.blockColumn * stride;
  return (row) => {
    const text = valueText(dtype, data, first + row * rowStride);
    return text === "nan" ? "" : text;
  };
}

/** What the row offsets count in: the file itself, or its text as UTF-8. */
async function wholeText({ receipt }: Table, text: ByteSource, task: Task): Promise<ByteSource> {
  if (receipt.plainBytes) return text;
  const head = await text.read(0, Math.min(markBytes, text.size));
  const { encoding, markLength } = sniffEncoding(head, false, receipt.encoding.value);
  return transcoded(text, encoding, markLength, task);
}
