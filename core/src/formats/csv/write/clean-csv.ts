import type { Table } from "../../../table/table.ts";
import type { Task } from "../task.ts";
import { cleanStyle, decimalMark } from "./cell-style.ts";
import { type EditedText, tableRows, type WrittenTable } from "./table-rows.ts";

/** How a table is written anew. */
export interface CleanStyle {
  readonly delimiter: "," | ";";
  /** Null: numbers in the file's own text, but for decimal commas, which become points. */
  readonly point: "." | "," | null;
  /** Spreadsheets take a file for UTF-8 only where it starts with the mark. */
  readonly hasMark: boolean;
}

/** RFC 4180 in UTF-8, for programs. */
export const rfc4180: CleanStyle = { delimiter: ",", point: null, hasMark: false };

const lineEnd = "\r\n";
/** Text that is gathered before it becomes a block, in UTF-16 units. */
const blockLength = 1 << 18;

/** A table as CSV without what its file has around and between: one header line, no preamble, no footnotes. In blocks. */
export async function* cleanCsv(
  written: WrittenTable,
  edited: EditedText | null,
  style: CleanStyle,
  task: Task,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const { table } = written;
  const row = rowWriter(style.delimiter);
  const styled = style.point === null ? cleanStyle(written) : decimalMark(written, style.point);
  let pending = `${style.hasMark ? "\ufeff" : ""}${row(headings(table))}`;
  for await (const rows of tableRows(written, edited, task)) {
    for (const texts of rows) pending += row(styled(texts));
    if (pending.length < blockLength) continue;
    yield encoder.encode(pending);
    pending = "";
  }
  if (pending !== "") yield encoder.encode(pending);
}

/** The header as the file has it, made-up names where it has none. One that lacks the first column's heading, as R writes it, stays so. */
function headings({ columns, headings: own, receipt }: Table): string[] {
  const heads = columns.map(({ name, heading }) => (own.length === 0 ? name : heading));
  const asByR = receipt.skippedColumns === 0 && own.length === columns.length - 1 && columns[0]?.heading === "";
  return asByR && own.length > 0 ? heads.slice(1) : heads;
}

function rowWriter(delimiter: string): (cells: readonly string[]) => string {
  const special = new RegExp(`["\r\n${delimiter}]`);
  const field = (text: string): string => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  // A line without anything would be read as no row at all.
  return (cells) => `${cells.length === 1 && cells[0] === "" ? '""' : cells.map(field).join(delimiter)}${lineEnd}`;
}
