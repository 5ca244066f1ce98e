import type { Table } from "@argscope/core";
import type { Column } from "@argscope/core/table/column.ts";
import type { RowRange } from "../command/request.ts";
import { numberJson } from "./element-json.ts";

/** A table as a list of records, one line each: numbers as numbers, text as text, what is missing as null. */
export function* tableJson(table: Table, columns: readonly Column[], { start, stop }: RowRange): Generator<string> {
  const cells = columns.map((column) => ({ key: `${JSON.stringify(column.name)}: `, cell: cellJson(table, column) }));
  const end = Math.min(stop ?? table.rowCount, table.rowCount);
  yield "[";
  for (let row = start; row < end; row++) {
    yield row === start ? "\n" : ",\n";
    yield `  {${cells.map(({ key, cell }) => key + cell(row)).join(", ")}}`;
  }
  yield "\n]\n";
}

function cellJson(table: Table, column: Column): (row: number) => string {
  if (column.dtype === "text") return (row) => JSON.stringify(column.text(row));
  const { data, offset, strides } = table.block();
  const [rowStride = 0, stride = 0] = strides;
  const start = offset + column.blockColumn * stride;
  return (row) => {
    const value = data[start + row * rowStride] as number;
    return Number.isNaN(value) ? "null" : numberJson(value);
  };
}
