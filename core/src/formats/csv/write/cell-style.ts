import { type NumberStyle, numberOf, plainDecimal, plainStyle, styleOf } from "../../../edits/number-style.ts";
import type { Table } from "../../../table/table.ts";
import type { WrittenTable } from "./table-rows.ts";

/** Gives the cells of a row as they are written. */
export type RowStyle = (texts: readonly string[]) => readonly string[];

/**
 * Writes the numbers of a table with a decimal mark, without what parts their thousands. What is no such number, percent and
 * money among it, stays as it is.
 */
export function decimalMark(written: WrittenTable, point: "." | ","): RowStyle {
  const { table } = written;
  const own = numbersOf(written);
  const change = (text: string): string => {
    return Number.isFinite(numberOf(text, own) ?? Number.NaN) ? plainDecimal(text.trim(), own).replace(".", point) : text;
  };
  const isNumber = table.columns.map(({ kind }) => kind === "number");
  return (texts) => texts.map((text, k) => (isNumber[k] ? change(text) : text));
}

/** The cells' own text; of a file with decimal commas numbers that every reader of CSV takes for such: with a point. */
export function cleanStyle(written: WrittenTable): RowStyle {
  return numbersOf(written).point === "," ? decimalMark(written, ".") : (texts) => texts;
}

function numbersOf({ table, text }: { readonly table: Table; readonly text: unknown }): NumberStyle {
  return text === null ? plainStyle : styleOf(table.dialect);
}
