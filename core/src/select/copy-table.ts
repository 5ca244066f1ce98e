import { valueText } from "../export/value-text.ts";
import type { Watch } from "../reduce/watch.ts";
import { type CopyArea, placesOf } from "./copy-area.ts";
import { columnAt, type Plane, positionIn, rowAt, textsOf } from "./plane.ts";
import type { TextSink } from "./text-sink.ts";

/**
 * Writes cells as spreadsheets exchange them: columns apart by tabs, rows by line ends, a field that holds either (or a quote)
 * in quotes; numbers with the decimal mark of their file, which is that of the spreadsheets where it comes from. With headers the first line names the columns and the first column holds the labels, or the row numbers.
 */
export function writeTsv(plane: Plane, area: CopyArea, withHeaders: boolean, sink: TextSink, watch: Watch): void {
  const columns = [...placesOf(area.columns)].map((place) => columnAt(plane, place));
  const readers = columns.map((column) => cellText(plane, column));
  const label = plane.labels[0];
  if (withHeaders) {
    const names = columns.map((column) => nameOf(plane, column));
    sink.write(`${[label?.name ?? "row", ...names].map(field).join("\t")}\r\n`);
  }
  for (const place of placesOf(area.rows)) {
    const row = rowAt(plane, place);
    const head = withHeaders ? `${field(label?.text(row) ?? String(row))}\t` : "";
    sink.write(head);
    for (const [k, read] of readers.entries()) {
      if (k > 0) sink.write("\t");
      sink.write(read(row));
    }
    sink.write("\r\n");
    watch.count(columns.length);
  }
}

function cellText(plane: Plane, column: number): (row: number) => string {
  const texts = textsOf(plane, column);
  if (texts !== undefined) return (row) => field(texts.text(row));
  const { dtype, data } = plane.cells;
  const isText = dtype.startsWith("str") || dtype.startsWith("bytes");
  const value = (row: number): string => valueText(dtype, data, positionIn(plane, row, column));
  if (isText) return (row) => field(value(row));
  return plane.point === "," ? (row) => value(row).replaceAll(".", ",") : value;
}

function nameOf(plane: Plane, column: number): string {
  return textsOf(plane, column)?.name ?? (plane.names[column] || String(column));
}

function field(text: string): string {
  return /[\t"\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
