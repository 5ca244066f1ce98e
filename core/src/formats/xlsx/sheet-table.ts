import type { CellValue } from "hucre/xlsx";
import { FormatError } from "../../errors.ts";
import type { Cell, CellColumn } from "../../table/cell.ts";
import { comma, doubleQuote } from "../csv/dialect.ts";
import type { CsvOptions } from "../csv/options.ts";
import { charactersOf } from "../csv/sniff/characters.ts";
import { type Sniffed, sniff } from "../csv/sniff/index.ts";
import { isError, sheetCell } from "./sheet-cell.ts";

/** The rows of a worksheet as a table. */
export interface SheetTable {
  readonly columns: readonly CellColumn[];
  readonly rowCount: number;
  /** The worksheet's own number of a row of the table, from 1. */
  readonly sheetRow: (row: number) => number;
  readonly sentences: readonly string[];
}

/** Rows that the header is told from. */
const SAMPLED_ROWS = 1000;

/**
 * Finds the table in a worksheet: where its header and its rows are is told as in a CSV, by the sheet's text. Rows and columns
 * without any cell are left out.
 *
 * @throws {FormatError} the sheet is empty.
 */
export function sheetTable(sheet: string, grid: readonly (readonly CellValue[])[], options: CsvOptions): SheetTable {
  const lines = grid.slice(0, SAMPLED_ROWS).map((row) => lineOf(row));
  if (!grid.some((row) => row.some((value) => sheetCell(value) !== null))) {
    throw new FormatError(`The worksheet "${sheet}" is empty. Choose one with rows of data.`, { line: 1, column: 1 });
  }
  const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`);
  const { delimiter: _, quote: __, encoding: ___, decimal: ____, ...rest } = options;
  const sniffed = sniff(bytes, charactersOf(bytes), 0, "file", {
    ...rest,
    delimiter: String.fromCharCode(comma),
    quote: String.fromCharCode(doubleQuote),
  });
  const first = sniffed.dataStart >= bytes.length ? grid.length : sniffed.dataLine - 1;
  const rows: number[] = [];
  for (let row = first; row < grid.length; row++) if (grid[row]?.some((value) => sheetCell(value) !== null)) rows.push(row);
  return {
    columns: columnsOf(grid, rows, sniffed.headings),
    rowCount: rows.length,
    sheetRow: (row) => (rows[row] ?? 0) + 1,
    sentences: sentencesOf(
      sheet,
      grid,
      rows,
      { ...sniffed.header, reason: reasonOf(grid, rows, sniffed, options) },
      sniffed.preambleLines,
    ),
  };
}

function columnsOf(
  grid: readonly (readonly CellValue[])[],
  rows: readonly number[],
  headings: readonly string[],
): CellColumn[] {
  const width = rows.reduce((most, row) => Math.max(most, grid[row]?.length ?? 0), headings.length);
  const used = new Uint8Array(width);
  for (const row of rows) {
    for (const [column, value] of (grid[row] ?? []).entries()) if (sheetCell(value) !== null) used[column] = 1;
  }
  return Array.from({ length: width }, (_, column) => ({
    heading: headings[column] ?? "",
    cell: (row: number) => sheetCell(grid[rows[row] ?? -1]?.[column]),
  })).filter(({ heading }, column) => heading !== "" || used[column] === 1);
}

/** A row as a line of CSV. A cell's own line breaks become spaces, so that a line is a row. */
function lineOf(row: readonly CellValue[]): string {
  const texts = row.map((value) => String(sheetCell(value) ?? "").replaceAll(/[\r\n]+/g, " "));
  const last = texts.findLastIndex((text) => text !== "");
  return texts
    .slice(0, last + 1)
    .map((text) => (/[",#]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(",");
}

/** Why the header is one. It was told from text: where no cell is a number, none is what another reason would say. */
function reasonOf(
  grid: readonly (readonly CellValue[])[],
  rows: readonly number[],
  { header, numeric }: Pick<Sniffed, "header" | "numeric">,
  { header: chosen = "auto" }: CsvOptions,
): string {
  const isTold = chosen === "auto" && header.value > 0 && numeric.includes(1);
  const hasNumber = (row: number): boolean => (grid[row] ?? []).some((value) => isNumber(sheetCell(value)));
  if (!isTold || rows.slice(0, SAMPLED_ROWS).some(hasNumber)) return header.reason;
  return "the rows below have texts that look like numbers";
}

function isNumber(cell: Cell): boolean {
  return typeof cell === "number" || typeof cell === "bigint";
}

function sentencesOf(
  sheet: string,
  grid: readonly (readonly CellValue[])[],
  rows: readonly number[],
  header: { readonly value: number; readonly reason: string },
  before: number,
): string[] {
  const sentences: string[] = [];
  let errors = 0;
  for (const row of rows) for (const value of grid[row] ?? []) if (isError(value)) errors++;
  if (errors > 0) sentences.push(`${errors} ${errors === 1 ? "cell" : "cells"} held an error such as #N/A, and became empty.`);
  if (before > 0)
    sentences.push(`${before} ${before === 1 ? "row" : "rows"} before the table ${before === 1 ? "was" : "were"} left out.`);
  const lines = header.value === 0 ? "No header" : header.value === 1 ? "One header row" : `${header.value} header rows`;
  sentences.push(`${lines}: ${header.reason}.`, `This is the worksheet "${sheet}".`);
  return sentences;
}
