import type { Cell, CellColumn } from "../../table/cell.ts";
import type { TooLarge } from "../../table/too-large.ts";
import { isCell, type JsonValue, MET, type Numbers } from "./value.ts";

/** The numbers of a file as cells: the element at a place of the store, exact. */
export type ElementAt = (place: number) => number | bigint | TooLarge;

/** A table as it stands in a JSON file. Headings are empty where there are none. */
export interface CellTable {
  readonly columns: readonly CellColumn[];
  readonly rows: number;
}

/** How many cells a list has that is a column or a row of cells; null where it is none. */
export function cellCount(value: JsonValue | undefined): number | null {
  if (value === undefined || isCell(value)) return null;
  if (value.kind === "numbers") return value.shape.length === 1 ? (value.shape[0] ?? 0) : null;
  return value.kind === "list" && value.items.every(isCell) ? value.items.length : null;
}

/** The cells of such a list; beyond its end there is nothing. */
export function cellsOf(value: JsonValue, element: ElementAt): (index: number) => Cell {
  if (isCell(value)) return () => value;
  if (value.kind === "numbers") return (index) => (index < (value.shape[0] ?? 0) ? numberCell(value, index, element) : null);
  if (value.kind !== "list") return () => null;
  return (index) => {
    const item = value.items[index];
    return item !== undefined && isCell(item) ? item : null;
  };
}

/** Rows of cells as columns; a row may have fewer cells than others. */
export function tableOfRows(rows: readonly JsonValue[], headings: readonly string[], element: ElementAt): CellTable {
  const cells = rows.map((row) => cellsOf(row, element));
  const width = rows.reduce((most: number, row) => Math.max(most, cellCount(row) ?? 0), headings.length);
  const columns = Array.from({ length: width }, (_, column) => ({
    heading: headings[column] ?? "",
    cell: (row: number) => cells[row]?.(column) ?? null,
  }));
  return { columns, rows: rows.length };
}

/** A list of numbers has one that was written as a fraction. */
export function isFractional(value: JsonValue): boolean {
  return !isCell(value) && value.kind === "numbers" && (value.met & MET.float) !== 0;
}

function numberCell({ start, met }: Numbers, index: number, element: ElementAt): Cell {
  const value = element(start + index);
  if (met & MET.none && Number.isNaN(Number(value))) return null;
  return (met & ~MET.none) === MET.bool ? value !== 0 : value;
}
