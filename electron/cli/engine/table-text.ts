import type { Table } from "@argscope/core";
import type { Control } from "@argscope/core/contract/worker.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { cutRows } from "@argscope/core/formats/csv/index.ts";
import { sniffEncoding } from "@argscope/core/formats/csv/sniff/encoding.ts";
import { Task } from "@argscope/core/formats/csv/task.ts";
import { transcoded } from "@argscope/core/formats/csv/transcode.ts";
import type { RowRange } from "../command/request.ts";

/** Rows between two of a table's row offsets. */
const rowsPerOffset = 256;
/** Bytes that show a byte order mark. */
const markBytes = 4;

/**
 * The rows of a table as the file has them, cell by cell, up to 256 rows at a time. Ragged ones have as many cells as the file
 * gives them.
 *
 * @param source the file that the table was read from
 */
export async function* tableText(
  table: Table,
  source: ByteSource,
  { start, stop }: RowRange,
  control: Control,
): AsyncGenerator<string[][]> {
  const task = new Task(control);
  const text = await textSource(table, source, task);
  const end = Math.min(stop ?? table.rowCount, table.rowCount);
  for (let row = start; row < end; ) {
    const chunk = Math.floor(row / rowsPerOffset);
    const next = Math.min(end, (chunk + 1) * rowsPerOffset);
    const bytes = await text.read(table.rowOffsets[chunk] ?? 0, table.rowOffsets[chunk + 1] ?? text.size);
    yield cutRows(bytes, table.dialect, row % rowsPerOffset, next - row, true);
    row = next;
    await task.step(row - start, end - start);
  }
}

/** What the row offsets count in: the file itself, or its text as UTF-8. */
async function textSource({ receipt }: Table, source: ByteSource, task: Task): Promise<ByteSource> {
  if (receipt.plainBytes) return source;
  const head = await source.read(0, Math.min(markBytes, source.size));
  const { encoding, markLength } = sniffEncoding(head, false, receipt.encoding.value);
  return transcoded(source, encoding, markLength, task);
}
