import type { NumberColumn } from "./column.ts";
import { exactAt } from "./exact-integers.ts";
import type { Table } from "./table.ts";

/** Reads a column's numbers, by row: an integer as a bigint where float64 may not hold it, a missing one as NaN. */
export function numberCells(table: Table, { blockColumn, exact }: NumberColumn): (row: number) => number | bigint {
  const { data, offset, strides } = table.block();
  const [rowStride = 0, stride = 0] = strides;
  const first = offset + blockColumn * stride;
  const read = (row: number): number | bigint => data[first + row * rowStride] as number | bigint;
  return exact === null ? read : (row) => exactAt(exact, row) ?? read(row);
}
