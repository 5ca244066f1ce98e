import type { NumberDtype } from "./column.ts";
import type { TooLarge } from "./too-large.ts";

/** A cell of a format whose cells have types; null where there is nothing. */
export type Cell = number | bigint | string | boolean | TooLarge | null;

/** A column of such cells. */
export interface CellColumn {
  readonly heading: string;
  /** The cell in a row, from 0. */
  readonly cell: (row: number) => Cell;
  /** Some number was written as a fraction, `1.0` for instance: no integers, whatever their values. */
  readonly fractional?: boolean;
  /** The column stays text whatever it holds: it names the rows. */
  readonly asText?: boolean;
}

/** A column of cells by its name, which no other has. */
export interface NamedColumn extends CellColumn {
  readonly name: string;
  /** Position among the file's columns, from 0. */
  readonly index: number;
}

/** What a column is, gaps aside. */
export interface Judged {
  readonly kind: NumberDtype | "text";
  /** Of a column that is text though it holds numbers: how many of its cells are none, and the rows of the first ones. */
  readonly broken: BrokenCells | null;
}

export interface BrokenCells {
  readonly count: number;
  readonly rows: readonly number[];
}

/** Rows that are named. */
const NAMED = 5;

const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
const INTEGER = /^\s*[+-]?\d+\s*$/;

/** The ends of int64 and uint64. */
const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n;
const MOST_UNSIGNED = 2n ** 64n;

/** Looks at all cells of a column. `missing` is in lower case, and has the empty text. */
export function judgeColumn(column: CellColumn, rowCount: number, missing: ReadonlySet<string>): Judged {
  const { cell } = column;
  let numbers = 0;
  let whole = column.fractional !== true;
  let least = 0n;
  let most = 0n;
  const broken = { count: 0, rows: [] as number[] };
  for (let row = 0; row < rowCount; row++) {
    const value = cell(row);
    if (isMissing(value, missing)) continue;
    if (typeof value === "boolean" || (typeof value === "string" && !DECIMAL.test(value))) {
      if (broken.count++ < NAMED) broken.rows.push(row);
    } else {
      if (typeof value !== "string") numbers++;
      const integer = integerOf(value);
      if (integer === null) whole = false;
      else if (typeof integer === "bigint") {
        if (integer < least) least = integer;
        if (integer > most) most = integer;
      } else if (integer < 0 && least === 0n) least = -1n;
    }
  }
  if (numbers === 0 || broken.count > 0) return { kind: "text", broken: numbers > 0 ? broken : null };
  return { kind: whole ? integerDtype(least, most) : "float64", broken: null };
}

/** The integer dtype that holds both, or float64, where none does. */
function integerDtype(least: bigint, most: bigint): NumberDtype {
  if (least >= LEAST && most < MOST) return "int64";
  return least >= 0n && most < MOST_UNSIGNED ? "uint64" : "float64";
}

/** The integer that a cell holds, as a number where that is exact; null where it holds none. */
export function integerOf(value: Cell): number | bigint | null {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : null;
  if (typeof value === "bigint") return value;
  if (typeof value !== "string" || !INTEGER.test(value)) return null;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : BigInt(value.trim().replace("+", ""));
}

export function isMissing(cell: Cell, missing: ReadonlySet<string>): boolean {
  return cell === null || (typeof cell === "string" && missing.has(cell.trim().toLowerCase()));
}
