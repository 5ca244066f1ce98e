import { elementOf } from "../array/element.ts";
import { readScalar } from "../array/scalar.ts";
import type { SortKey } from "../contract/ordering.ts";
import type { Watch } from "../reduce/watch.ts";
import type { Plane } from "../select/plane.ts";
import { integerKeys, type Keys, numberKeys, sortByKeys } from "../winners/sort-keys.ts";
import { type SheetColumn, sheetColumn } from "./column.ts";
import { elementNumber } from "./element-number.ts";
import { sortByText } from "./sort-text.ts";

/**
 * Sorts rows in place: by the first key, equals of it by the second, and so on; rows that are equal in all of them stay as they
 * are. What is no number comes last in both directions.
 *
 * Radix sort, from the last key to the first: each is stable, so it keeps what those behind it have done.
 */
export function sortRows(plane: Plane, rows: Int32Array, keys: readonly SortKey[], watch: Watch): void {
  for (const { column, descending } of keys.toReversed()) sortBy(sheetColumn(plane, column), rows, descending, watch);
}

function sortBy(column: SheetColumn, rows: Int32Array, descending: boolean, watch: Watch): void {
  if (column.kind === "text") sortByText(rows, column.text, descending, watch);
  else if (isText(column)) sortByText(rows, textIn(column), descending, watch);
  else for (const keys of keysOf(column, descending)) sortByKeys(rows, keys, watch);
}

type ElementColumn = Extract<SheetColumn, { kind: "elements" }>;

function isText({ array }: ElementColumn): boolean {
  const { kind } = elementOf(array.dtype);
  return kind === "str" || kind === "bytes";
}

function textIn({ array: { dtype, data }, start, stride }: ElementColumn): (row: number) => string {
  const latin = new TextDecoder("latin1");
  return (row) => {
    const value = readScalar(dtype, data, start + row * stride);
    return value instanceof Uint8Array ? latin.decode(value) : String(value);
  };
}

/** One key a row of the array, whether the filters leave it or not; the last one is the most significant. */
function keysOf({ array, start, stride }: ElementColumn, descending: boolean): Keys[] {
  const { dtype, data, shape } = array;
  const count = shape[0] as number;
  const { kind } = elementOf(dtype);
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    const positions = Float64Array.from({ length: count }, (_, row) => start + row * stride);
    return [integerKeys(data, positions, kind === "datetime" || kind === "timedelta", descending)];
  }
  const parts = kind === "complex" ? (["im", "re"] as const) : (["re"] as const);
  return parts.map((part) => {
    const read = elementNumber(array, part);
    const values = new Float64Array(count);
    for (let row = 0, at = start; row < count; row++, at += stride) values[row] = read(at);
    return numberKeys(values, descending);
  });
}
