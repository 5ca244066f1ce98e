import type { Column, NumberDtype } from "../../table/column.ts";
import type { ExactIntegers } from "../../table/exact-integers.ts";
import type { TextColumn } from "../../table/text-column.ts";
import type { NumberPlaces } from "./number-places.ts";
import type { ColumnNames } from "./sniff/column-names.ts";

/** The dtypes of columns of numbers, by what `ReadColumns.dtypes` has. */
export const numberDtypes: readonly NumberDtype[] = ["float64", "int64", "uint64"];

/** The columns of a table that was read, before anybody looks at one: a file may have a hundred thousand. */
export interface ReadColumns {
  readonly names: ColumnNames;
  /** The columns of numbers by their place in the file, in the order of the block; for each its place among `numberDtypes`. */
  readonly places: NumberPlaces;
  readonly dtypes: Uint8Array;
  /** By a column's place in the file: integers that stand rounded in the block. */
  readonly exact: ReadonlyMap<number, ExactIntegers>;
  /** Of each column in the file: cells that are missing. */
  readonly missing: Float64Array;
  /** The columns of text, in file order. */
  readonly labels: readonly TextColumn[];
}

/** Every column, in file order. */
export function columnsOf({ names, places, dtypes, exact, missing, labels }: ReadColumns): Column[] {
  const { all } = names;
  const numbers = places.all;
  const columns: Column[] = [];
  let next = 0;
  for (let blockColumn = 0; blockColumn < numbers.length; blockColumn++) {
    const index = numbers[blockColumn] as number;
    next = pushBefore(index, next);
    columns.push({
      kind: "number",
      name: all[index]?.name ?? "",
      heading: all[index]?.heading ?? "",
      dtype: numberDtypes[dtypes[blockColumn] as number] ?? "float64",
      index,
      blockColumn,
      missing: missing[index] as number,
      exact: exact.get(index) ?? null,
    });
  }
  pushBefore(Infinity, next);
  return columns;

  /** The columns of text that stand before a place in the file. */
  function pushBefore(index: number, from: number): number {
    let at = from;
    for (let label = labels[at]; label !== undefined && label.index < index; label = labels[++at]) columns.push(label);
    return at;
  }
}
