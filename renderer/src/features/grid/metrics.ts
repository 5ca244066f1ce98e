import { cellText, type Frame, pointOf } from "./frame.ts";
import { columnContent } from "./slots.ts";

/** How wide a column is drawn, and how many places behind the point its numbers are lined up on. */
export interface ColumnMetrics {
  readonly width: number;
  readonly decimals: number;
}

/** How wide text is drawn, in px. */
export type TextWidth = (text: string) => number;

const PADDING = 24;
/** Room for the arrow of a column that sorts. */
const MARK = 8;
/** What stands in bold is so much wider than it was measured. */
export const BOLD = 1.12;
/** On both sides of a winner's text: its border and its icon. */
const BESIDE_WINNER = 32;
export const NARROWEST = 64;
export const WIDEST = 240;
const WIDEST_NUMBER = 236;
const WIDEST_NAME = 168;
const SAMPLE = 24;
/** Beyond so many places a column is lined up on its right edge: the digits fill the cell anyway. */
const MOST_DECIMALS = 8;

export const ROW_HEIGHT = 24;

/** What a column of those to show needs, from a sample of it: rows of the start, the middle and the end. */
export function measure(frame: Frame, column: number, textWidth: TextWidth): ColumnMetrics {
  const content = columnContent(frame, column);
  const name = Math.min(WIDEST_NAME, textWidth(headerOf(frame, column)) + PADDING + MARK);
  if (content.kind === "nothing") return { width: NARROWEST, decimals: 0 };
  const texts = sampleRows(frame.rows).map((row) =>
    content.kind === "number" ? cellText(frame, row, content.column) : (frame.labels[content.label]?.text(row) ?? ""),
  );
  const widest = texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
  const limit = content.kind === "number" ? WIDEST_NUMBER : WIDEST_NAME;
  const body = Math.min(limit, cellWidth(widest, textWidth));
  const decimals =
    content.kind === "number" ? Math.max(0, ...texts.map((text) => decimalsOf(text, pointOf(frame, column)))) : 0;
  return { width: Math.ceil(Math.max(NARROWEST, name, body)), decimals: decimals > MOST_DECIMALS ? 0 : decimals };
}

/** What a cell needs for its text, also where it wins: then it is bold, with an icon beside it. */
export function cellWidth(text: string, textWidth: TextWidth): number {
  return BOLD * textWidth(text) + BESIDE_WINNER;
}

/** A column's number and name, as its header has them. */
export function headerOf(frame: Frame, column: number): string {
  return column < frame.columns
    ? `${column}  ${frame.columnNames[column] ?? ""}`
    : (frame.labels[column - frame.columns + 1]?.name ?? "");
}

/** Places behind the point. Exponents and words have none: they stand at the right edge. */
export function decimalsOf(text: string, separator = "."): number {
  const point = text.indexOf(separator);
  return point < 0 || text.includes("e") ? 0 : text.length - point - 1;
}

function sampleRows(rows: number): number[] {
  if (rows <= 3 * SAMPLE) return Array.from({ length: rows }, (_, row) => row);
  const starts = [0, Math.floor((rows - SAMPLE) / 2), rows - SAMPLE];
  return starts.flatMap((start) => Array.from({ length: SAMPLE }, (_, k) => start + k));
}
