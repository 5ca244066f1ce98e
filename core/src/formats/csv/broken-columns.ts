import type { TextColumn } from "../../table/text-column.ts";
import { CellReader } from "./cell.ts";
import type { Findings } from "./findings.ts";
import type { BrokenColumn } from "./receipt.ts";
import type { Sniffed } from "./sniff/index.ts";

/** Rows that are looked at for more such cells: a person wants to know whether there are many. */
const countedRows = 1 << 20;
/** Rows that are named. */
const namedRows = 5;

/** Columns that hold numbers, and are text because of cells that are none. */
export function brokenColumnsOf(labels: readonly TextColumn[], findings: Findings, sniffed: Sniffed): BrokenColumn[] {
  return labels.flatMap((column): BrokenColumn[] => {
    if (column.dtype !== "text" || column.name === sniffed.indexCol) return [];
    const line = findings.notNumbers.get(column.index)?.places[0]?.line ?? sniffed.brokenLines[column.index] ?? 0;
    if (line === 0) return [];
    const { count, rows } = othersOf(column, sniffed);
    const [first] = rows;
    return first === undefined ? [] : [{ name: column.name, line, text: column.text(first), count, rows }];
  });
}

function othersOf(column: TextColumn, { missing, dialect }: Sniffed): { count: number; rows: number[] } {
  const reader = new CellReader(missing, dialect);
  const bytes = column.bytes.data as Uint8Array;
  const ends = column.ends.data as Float64Array;
  const rows: number[] = [];
  let count = 0;
  let start = 0;
  for (let row = 0; row < Math.min(column.rows, countedRows) || (count === 0 && row < column.rows); row++) {
    const end = ends[row] as number;
    if (reader.read(bytes, start, end) === "other") {
      count++;
      if (rows.length < namedRows) rows.push(row);
    }
    start = end;
  }
  return { count, rows };
}
