import { DateJudge, type DateKind } from "./dates/date-column.ts";
import { DateReader, dateOrders, longestDate } from "./dates/date-reader.ts";
import type { TextColumn } from "./text-column.ts";

/** What the text of a column stands for. */
export type LabelKind =
  | { readonly dtype: "text" }
  | { readonly dtype: "bool" }
  | { readonly dtype: `datetime64[${DateKind["unit"]}]`; readonly dates: DateKind };

/** A cell that keeps a column from being dates. */
export interface StrayDate {
  readonly row: number;
  /** What it is: no date; a date with its parts in another order; one of the few with an offset from UTC, or without. */
  readonly is: "other" | "disordered" | "offset" | "local";
}

/** What looking at a column of text found. */
export interface LabelVerdict {
  readonly kind: LabelKind;
  /** Cells that are missing, where the column is one of dates. */
  readonly missing: number;
  /** The first row whose date may be day first or month first, in a column that stays text because of it. */
  readonly ambiguousRow: number | null;
  /** The first cell that is no date as those before it, in a column that would be dates without such cells. */
  readonly stray: StrayDate | null;
  /** Every cell is missing. */
  readonly isEmpty: boolean;
  /** The first missing cell of a column that would be true and false without it, and stays text. */
  readonly boolGap: number | null;
  /** The first cell that is neither true nor false, in a column where most cells are, and all before it. */
  readonly strayBool: number | null;
}

/** What a column is judged by. */
export interface LabelRules {
  /** Texts that stand for a missing cell, in lower case, the empty one among them. */
  readonly missing: ReadonlySet<string>;
  /** The order of day and month in dates, where it was said. */
  readonly dates: "dmy" | "mdy" | undefined;
}

/**
 * Looks at all cells of a column of text: whether they are true and false, or dates written in one order. It stops at the first
 * cell that is neither, which in other columns is the first cell.
 */
export function judgeLabel(column: TextColumn, { missing, dates }: LabelRules): LabelVerdict {
  const judge = new DateJudge(dates);
  const anyDigits = [...missing].some((marker) => /\d/.test(marker));
  let [mayBeBool, mayBeDate] = [true, true];
  let gaps = 0;
  let firstGap: number | null = null;
  for (let row = 0; row < column.rows; row++) {
    const text = column.shortText(row, longestDate)?.trim();
    if (text === undefined) return { ...plainText, ...strayIn(column, row, row - gaps, mayBeBool, missing) };
    // Most cells of a column of dates are dates: what they may be instead is asked only then.
    if (!mayBeBool && !anyDigits && judge.take(text, row)) continue;
    if (missing.has(text.toLowerCase())) {
      gaps++;
      firstGap ??= row;
      continue;
    }
    const wereBools = mayBeBool;
    mayBeBool &&= isBool(text);
    mayBeDate &&= judge.take(text, row);
    if (!(mayBeBool || mayBeDate)) return { ...plainText, ...strayIn(column, row, row - gaps, wereBools, missing) };
  }
  if (gaps === column.rows) return { ...plainText, isEmpty: gaps > 0 };
  if (mayBeBool) return firstGap === null ? { ...plainText, kind: { dtype: "bool" } } : { ...plainText, boolGap: firstGap };
  const verdict = judge.finish();
  if (verdict.kind === "none") return plainText;
  if (verdict.kind === "mixed") {
    return { ...plainText, stray: { row: verdict.row, is: verdict.hasOffset ? "offset" : "local" } };
  }
  if (verdict.kind === "ambiguous") return { ...plainText, ambiguousRow: verdict.row };
  return { ...plainText, kind: { dtype: `datetime64[${verdict.dates.unit}]`, dates: verdict.dates }, missing: gaps };
}

const plainText: LabelVerdict = {
  kind: { dtype: "text" },
  missing: 0,
  ambiguousRow: null,
  stray: null,
  isEmpty: false,
  boolGap: null,
  strayBool: null,
};

/** Rows that are looked at for whether most cells are dates, or true and false. */
const rowsSeen = 1000;

/**
 * What a cell is that ended the looking.
 *
 * @param before the cells before it that have something @param wereBools they were true and false, else dates
 */
function strayIn(
  column: TextColumn,
  row: number,
  before: number,
  wereBools: boolean,
  missing: ReadonlySet<string>,
): Pick<LabelVerdict, "stray" | "strayBool"> {
  const reader = new DateReader();
  const isDate = (text: string): boolean => dateOrders.some((order) => reader.read(text, order));
  if (before === 0 || !mostAre(column, wereBools ? isBool : isDate, missing)) return { stray: null, strayBool: null };
  if (wereBools) return { stray: null, strayBool: row };
  const is = isDate(column.shortText(row, longestDate)?.trim() ?? "") ? "disordered" : "other";
  return { stray: { row, is }, strayBool: null };
}

function mostAre(column: TextColumn, isMeant: (text: string) => boolean, missing: ReadonlySet<string>): boolean {
  let [meant, others] = [0, 0];
  for (let at = 0; at < Math.min(column.rows, rowsSeen); at++) {
    const text = column.shortText(at, longestDate)?.trim();
    if (text !== undefined && missing.has(text.toLowerCase())) continue;
    if (text !== undefined && isMeant(text)) meant++;
    else if (++others > rowsSeen / 2) return false;
  }
  return meant > others;
}

/** Whether a text says true or false, as programs write it. */
function isBool(text: string): boolean {
  return (text.length === 4 || text.length === 5) && /^(?:true|false)$/i.test(text);
}

/** The rules that options say. */
export function labelRules(missing: readonly string[], dates: LabelRules["dates"]): LabelRules {
  return { missing: new Set(["", ...missing.map((marker) => marker.toLowerCase())]), dates };
}
