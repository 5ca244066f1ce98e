import { NdArray } from "../../array/ndarray.ts";
import type { NumberDtype } from "../../table/column.ts";
import type { ExactIntegers } from "../../table/exact-integers.ts";
import { allToIntegers } from "../../table/words.ts";
import type { Findings } from "./findings.ts";
import type { LargeIntegers } from "./large-integers.ts";
import type { CellPlace, Notes } from "./notes.ts";
import type { NumberPlaces } from "./number-places.ts";
import { numberDtypes, type ReadColumns } from "./read-columns.ts";

/** What columns of numbers are, in a block of their common dtype. */
export interface TypedNumbers extends Pick<ReadColumns, "places" | "dtypes" | "exact"> {
  readonly numbers: NdArray;
  /** Whole numbers that the block holds rounded. */
  readonly rounded: Notes;
}

const [float64, int64, uint64] = [0, 1, 2];
const none: Notes = { count: 0, places: [] };
/** More than the places that are noted. */
const morePlaces = 16;

/**
 * Gives columns of float64 their own dtypes: whole numbers throughout make int64, or uint64 where int64 is too small and none is
 * negative. A block of nothing but integers of one dtype becomes that dtype, in place; beside others they stay float64 there.
 *
 * @param places of the block's columns in the file
 */
export function typedNumbers(places: NumberPlaces, numbers: NdArray, findings: Findings): TypedNumbers {
  const dtypes = numbers.size === 0 ? new Uint8Array(places.length) : dtypesOf(places, numbers, findings);
  const [first = float64] = dtypes;
  const isUniform = [float64, int64, uint64].every((dtype) => dtype === first || !dtypes.includes(dtype));
  const dtype = numberDtypes[isUniform ? first : float64] as NumberDtype;
  const exact = new Map<number, ExactIntegers>();
  if (dtype !== "float64") {
    return { places, dtypes, exact, numbers: asIntegers(places, numbers, dtype, findings), rounded: none };
  }
  for (const [index, large] of findings.largeByColumn) {
    const own = numberDtypes[dtypes[places.indexOf(index)] ?? float64] as NumberDtype;
    if (own !== "float64") exact.set(index, exactOf(large, own));
  }
  return { places, dtypes, exact, numbers, rounded: roundedIn(places, numbers, findings) };
}

/** For each column its dtype. */
function dtypesOf(places: NumberPlaces, numbers: NdArray, findings: Findings): Uint8Array {
  const dtypes = new Uint8Array(places.length);
  const { fractional, missing, missingByColumn, largeByColumn } = findings;
  // The usual cases of very many columns: a look at each takes its time before it is compiled.
  if (!fractional.includes(0)) return dtypes;
  if (!fractional.includes(1) && missing.count === 0 && largeByColumn.size === 0) return dtypes.fill(int64);
  const { all } = places;
  for (let k = 0; k < all.length; k++) {
    const index = all[k] as number;
    if (fractional[index] === 1 || (missingByColumn[index] as number) > 0) continue;
    const large = largeByColumn.size === 0 ? undefined : largeByColumn.get(index);
    dtypes[k] = large === undefined ? int64 : integersOf(large, numbers, k);
  }
  return dtypes;
}

/** The dtype that holds a column's large integers, and the others. */
function integersOf({ beyond, aboveSigned, negative }: LargeIntegers, numbers: NdArray, blockColumn: number): number {
  if (beyond > 0) return float64;
  if (aboveSigned === 0) return int64;
  return negative === 0 && noneNegative(numbers, blockColumn) ? uint64 : float64;
}

function noneNegative({ data, shape }: NdArray, column: number): boolean {
  const [rows = 0, width = 0] = shape;
  for (let row = 0, at = column; row < rows; row++, at += width) if ((data[at] as number) < 0) return false;
  return true;
}

function exactOf(large: LargeIntegers, dtype: "int64" | "uint64"): ExactIntegers {
  const { rows, bits } = large.pairs();
  const at = Float64Array.from({ length: large.count }, (_, k) => rows[2 * k] as number);
  const values = BigInt64Array.from({ length: large.count }, (_, k) => bits[2 * k + 1] as bigint);
  return { rows: at, values: dtype === "int64" ? values : new BigUint64Array(values.buffer) };
}

/** The same bytes' place with integers in it. */
function asIntegers(places: NumberPlaces, numbers: NdArray, dtype: "int64" | "uint64", findings: Findings): NdArray {
  const { shape, strides, data } = numbers;
  allToIntegers(data as Float64Array, dtype);
  const words = new BigInt64Array(data.buffer, data.byteOffset, data.length);
  for (const [index, large] of findings.largeByColumn) {
    const blockColumn = places.indexOf(index);
    if (blockColumn < 0) continue;
    const pairs = large.pairs();
    for (let k = 0; k < large.count; k++) {
      words[(pairs.rows[2 * k] as number) * places.length + blockColumn] = pairs.bits[2 * k + 1] as bigint;
    }
  }
  const integers = dtype === "int64" ? words : new BigUint64Array(data.buffer, data.byteOffset, data.length);
  return new NdArray(dtype, shape, strides, 0, integers);
}

/** Of the large numbers those that float64 does not hold. Of what is beyond 64 bits the count is known already. */
function roundedIn(places: NumberPlaces, { data }: NdArray, findings: Findings): Notes {
  let count = 0;
  // Places are noted of all large numbers: these are not meant.
  const held = new Set<string>();
  for (const [index, large] of findings.largeByColumn) {
    const blockColumn = places.indexOf(index);
    if (blockColumn < 0) continue;
    count += large.beyondRounded;
    const { rows, bits } = large.pairs();
    for (let k = 0, met = 0; k < large.count; k++) {
      const row = rows[2 * k] as number;
      const value = data[row * places.length + blockColumn] as number;
      const whole = bits[2 * k + 1] as bigint;
      // The bits have no sign of their own: the rounded number has.
      if (BigInt(value) !== (value < 0 ? whole : BigInt.asUintN(64, whole))) count++;
      else if (met++ < morePlaces) held.add(key({ row, column: index }));
    }
  }
  if (count === 0) return none;
  return { count, places: findings.largeNumbers.places.filter((at) => places.includes(at.column) && !held.has(key(at))) };
}

function key({ row, column }: Pick<CellPlace, "row" | "column">): string {
  return `${row},${column}`;
}
