import { NdArray } from "../../array/ndarray.ts";
import { type Column, commonDtype, type NumberColumn, type NumberDtype } from "../../table/column.ts";
import { allToIntegers } from "../../table/words.ts";
import type { Findings } from "./findings.ts";
import type { LargeIntegers } from "./large-integers.ts";
import type { CellPlace, Notes } from "./notes.ts";

/** Columns that know their dtypes, in a block of their common one. */
export interface TypedColumns {
  readonly columns: readonly Column[];
  readonly numbers: NdArray;
  /** Whole numbers that the block holds rounded. */
  readonly rounded: Notes;
}

/**
 * Gives columns of float64 their own dtypes: whole numbers throughout make int64, or uint64 where int64 is too small and none is
 * negative. A block of nothing but integers of one dtype becomes that dtype, in place; beside others they stay float64 there.
 */
export function withDtypes(columns: readonly Column[], numbers: NdArray, findings: Findings): TypedColumns {
  const dtypes = columns.map((column) => (column.kind === "number" ? dtypeOf(column, numbers, findings) : null));
  const dtype = commonDtype(new Set(dtypes.filter((own) => own !== null)));
  const typed = columns.map((column, k): Column => {
    const own = dtypes[k] ?? "float64";
    // A file may have a hundred thousand columns: those that stay as they are cost nothing.
    if (column.kind !== "number" || own === "float64") return column;
    const large = dtype === "float64" ? findings.largeByColumn.get(column.index) : undefined;
    return { ...column, dtype: own, exact: large === undefined ? null : exactOf(large, own) };
  });
  if (dtype !== "float64") return { columns: typed, numbers: asIntegers(numbers, dtype, typed, findings), rounded: none };
  return { columns: typed, numbers, rounded: findings.largeByColumn.size === 0 ? none : roundedIn(typed, numbers, findings) };
}

const none: Notes = { count: 0, places: [] };
/** More than the places that are noted. */
const morePlaces = 16;

function dtypeOf({ index, blockColumn, missing }: NumberColumn, numbers: NdArray, findings: Findings): NumberDtype {
  if (missing > 0 || findings.fractional[index] === 1 || numbers.size === 0) return "float64";
  const large = findings.largeByColumn.get(index);
  if (large === undefined || (large.beyond === 0 && large.aboveSigned === 0)) return "int64";
  return large.beyond === 0 && large.negative === 0 && noneNegative(numbers, blockColumn) ? "uint64" : "float64";
}

function noneNegative({ data, shape }: NdArray, column: number): boolean {
  const [rows = 0, width = 0] = shape;
  for (let row = 0, at = column; row < rows; row++, at += width) if ((data[at] as number) < 0) return false;
  return true;
}

function exactOf(large: LargeIntegers, dtype: "int64" | "uint64"): NonNullable<NumberColumn["exact"]> {
  const { rows, bits } = large.pairs();
  const at = Float64Array.from({ length: large.count }, (_, k) => rows[2 * k] as number);
  const values = BigInt64Array.from({ length: large.count }, (_, k) => bits[2 * k + 1] as bigint);
  return { rows: at, values: dtype === "int64" ? values : new BigUint64Array(values.buffer) };
}

/** The same bytes' place with integers in it. */
function asIntegers(
  { shape, strides, data }: NdArray,
  dtype: "int64" | "uint64",
  columns: readonly Column[],
  findings: Findings,
): NdArray {
  const width = shape[1] ?? 0;
  allToIntegers(data as Float64Array, dtype);
  const words = new BigInt64Array(data.buffer, data.byteOffset, data.length);
  for (const column of columns) {
    const large = findings.largeByColumn.get(column.index);
    if (column.kind !== "number" || large === undefined) continue;
    const pairs = large.pairs();
    for (let k = 0; k < large.count; k++) {
      words[(pairs.rows[2 * k] as number) * width + column.blockColumn] = pairs.bits[2 * k + 1] as bigint;
    }
  }
  const integers = dtype === "int64" ? words : new BigUint64Array(data.buffer, data.byteOffset, data.length);
  return new NdArray(dtype, shape, strides, 0, integers);
}

/** Of the large numbers those that float64 does not hold. What is beyond 64 bits is counted with them. */
function roundedIn(columns: readonly Column[], { data, shape }: NdArray, findings: Findings): Notes {
  const width = shape[1] ?? 0;
  let count = 0;
  // Places are noted of all large numbers: these are not meant.
  const held = new Set<string>();
  for (const column of columns) {
    const large = findings.largeByColumn.get(column.index);
    if (column.kind !== "number" || large === undefined) continue;
    count += large.beyond;
    const { rows, bits } = large.pairs();
    for (let k = 0, met = 0; k < large.count; k++) {
      const row = rows[2 * k] as number;
      const value = data[row * width + column.blockColumn] as number;
      const whole = bits[2 * k + 1] as bigint;
      // The bits have no sign of their own: the rounded number has.
      if (BigInt(value) !== (value < 0 ? whole : BigInt.asUintN(64, whole))) count++;
      else if (met++ < morePlaces) held.add(key({ row, column: column.index }));
    }
  }
  const numeric = new Set(columns.flatMap(({ kind, index }) => (kind === "number" ? [index] : [])));
  const places = findings.largeNumbers.places.filter((place) => numeric.has(place.column) && !held.has(key(place)));
  return { count, places: count === 0 ? [] : places };
}

function key({ row, column }: Pick<CellPlace, "row" | "column">): string {
  return `${row},${column}`;
}
