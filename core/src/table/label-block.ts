import { NOT_A_TIME } from "../array/datetime.ts";
import { empty } from "../array/empty.ts";
import type { NdArray } from "../array/ndarray.ts";
import { ValueError } from "../errors.ts";
import { countOf, type DateKind, type DateUnit } from "./dates/date-column.ts";
import { DateReader, longestDate } from "./dates/date-reader.ts";
import type { TextColumn } from "./text-column.ts";

/**
 * Columns of text as what they stand for: bool, datetime64 of the finest of their units, or text. A missing time is NaT, a
 * missing text empty.
 *
 * @throws {ValueError} they are not of one sort.
 */
export function labelBlock(columns: readonly TextColumn[], rows: number): NdArray {
  const dated = columns.flatMap(({ meaning }) => ("dates" in meaning ? [meaning.dates] : []));
  if (dated.length === columns.length) return dateBlock(columns, dated, rows);
  const [first] = columns;
  const other = columns.find(({ dtype }) => dtype !== first?.dtype);
  if (other !== undefined) {
    throw new ValueError(
      `Column "${first?.name}" is ${first?.dtype}, and column "${other.name}" is ${other.dtype}: choose columns of one sort.`,
    );
  }
  return first?.dtype === "bool" ? boolBlock(columns, rows) : textBlock(columns, rows);
}

const units: readonly DateUnit[] = ["D", "s", "ms", "us", "ns"];

function dateBlock(columns: readonly TextColumn[], dated: readonly DateKind[], rows: number): NdArray {
  const unit = units[Math.max(...dated.map((dates) => units.indexOf(dates.unit)))] as DateUnit;
  const array = empty([rows, columns.length], `datetime64[${unit}]`);
  const counts = array.data as BigInt64Array;
  const reader = new DateReader();
  for (const [k, column] of columns.entries()) {
    const { order } = dated[k] as DateKind;
    for (let row = 0, at = k; row < rows; row++, at += columns.length) {
      const text = column.shortText(row, longestDate)?.trim() ?? "";
      counts[at] = reader.read(text, order) ? countOf(reader, unit) : NOT_A_TIME;
    }
  }
  return array;
}

function boolBlock(columns: readonly TextColumn[], rows: number): NdArray {
  const array = empty([rows, columns.length], "bool");
  for (const [k, column] of columns.entries()) {
    for (let row = 0, at = k; row < rows; row++, at += columns.length) {
      array.data[at] = column.text(row).trim().toLowerCase() === "true" ? 1 : 0;
    }
  }
  return array;
}

function textBlock(columns: readonly TextColumn[], rows: number): NdArray {
  let longest = 1;
  for (const column of columns) {
    for (let row = 0; row < rows; row++) {
      let points = 0;
      for (const _ of column.text(row)) points++;
      if (points > longest) longest = points;
    }
  }
  const array = empty([rows, columns.length], `str${longest}`);
  const points = array.data as Uint32Array;
  points.fill(0);
  for (const [k, column] of columns.entries()) {
    for (let row = 0; row < rows; row++) {
      let at = (row * columns.length + k) * longest;
      for (const character of column.text(row)) points[at++] = character.codePointAt(0) as number;
    }
  }
  return array;
}
