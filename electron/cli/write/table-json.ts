import type { Table } from "@argscope/core";
import type { Column } from "@argscope/core/table/column.ts";
import { numberCells } from "@argscope/core/table/number-cells.ts";
import { integerJson, numberJson } from "./element-json.ts";

/** A table as a list of records, one line each: numbers as numbers, true and false, text as text, what is missing as null. */
export function* tableJson(table: Table): Generator<string> {
  const cells = table.columns.map((column) => ({ key: `${JSON.stringify(column.name)}: `, cell: cellJson(table, column) }));
  yield "[";
  for (let row = 0; row < table.rowCount; row++) {
    yield row === 0 ? "\n" : ",\n";
    yield `  {${cells.map(({ key, cell }) => key + cell(row)).join(", ")}}`;
  }
  yield "\n]\n";
}

function cellJson(table: Table, column: Column): (row: number) => string {
  if (column.kind === "label") {
    if (column.dtype === "bool") return (row) => column.text(row).trim().toLowerCase();
    return (row) => JSON.stringify(column.text(row));
  }
  const value = numberCells(table, column);
  return (row) => {
    const number = value(row);
    if (typeof number === "bigint") return integerJson(number);
    return Number.isNaN(number) ? "null" : numberJson(number);
  };
}
