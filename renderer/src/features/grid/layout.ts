import { answerPlace } from "./answer-place.ts";
import { functionName } from "./content.ts";
import type { Frame } from "./frame.ts";
import { type ColumnMetrics, measure, type TextWidth } from "./metrics.ts";
import { SLOTS, shownColumns } from "./slots.ts";

/** How the grid's columns and rows are laid out for a frame. A value, so that what does not change is not touched. */
export interface Layout {
  readonly rows: number;
  readonly rowNumberWidth: number;
  /** 0: there is no such column. */
  readonly labelWidth: number;
  readonly answerWidth: number;
  readonly hasAnswerRow: boolean;
  readonly slotWidths: readonly number[];
  readonly decimals: readonly number[];
}

const PADDING = 20;

export function layoutOf(frame: Frame, columnOffset: number, textWidth: TextWidth): Layout {
  const count = Math.min(SLOTS, shownColumns(frame));
  const metrics = Array.from({ length: count }, (_, slot) =>
    measure(frame, slot, columnOffset, headerOf(frame, slot + columnOffset), textWidth),
  );
  const place = answerPlace(frame);
  const name = functionName(frame);
  const label = frame.labels[0];
  return {
    rows: frame.rows,
    rowNumberWidth: Math.ceil(
      Math.max(textWidth(String(Math.max(0, frame.rows - 1))), textWidth(place === "row" ? name : "argmax")) + PADDING + 4,
    ),
    labelWidth: label === undefined ? 0 : labelWidth(frame, textWidth),
    answerWidth: place === "column" ? Math.ceil(Math.max(textWidth(name), textWidth(String(frame.columns))) + PADDING + 8) : 0,
    hasAnswerRow: place === "row",
    slotWidths: widths(frame, metrics),
    decimals: metrics.map(({ decimals }) => decimals),
  };
}

function headerOf(frame: Frame, column: number): string {
  return column < frame.columns
    ? `${column}  ${frame.columnNames[column] ?? ""}`
    : (frame.labels[column - frame.columns + 1]?.name ?? "");
}

/** Through a window over a wide array every slot is as wide as the widest, so that moving it moves no border. */
function widths(frame: Frame, metrics: readonly ColumnMetrics[]): number[] {
  const own = metrics.map(({ width }) => width);
  return shownColumns(frame) > SLOTS ? own.map(() => Math.max(...own)) : own;
}

function labelWidth(frame: Frame, textWidth: TextWidth): number {
  const label = frame.labels[0];
  const texts = Array.from({ length: Math.min(frame.rows, 64) }, (_, row) => label?.text(row) ?? "");
  const widest = [label?.name ?? "", ...texts].reduce((most, text) => Math.max(most, textWidth(text)), 0);
  return Math.ceil(Math.min(240, Math.max(64, widest + PADDING)));
}

export const ROW_HEIGHT = 24;
export const HEADER_HEIGHT = 28;
export const SCROLL_BAR = 12;
/** Hairlines around the grid and between its parts. */
const LINES = 2;
/** The header's and the answer row's own lines. */
const INNER_LINES = 2;

/** The largest size the grid takes within the room it has: that of its content, and of the scroll bars this makes necessary. */
export function fitting(layout: Layout, roomWidth: number, roomHeight: number): { width: string; height: string } {
  const { rows, rowNumberWidth, labelWidth, answerWidth, hasAnswerRow, slotWidths } = layout;
  const width = slotWidths.reduce((sum, each) => sum + each, rowNumberWidth + labelWidth + answerWidth) + LINES;
  const height = (rows + (hasAnswerRow ? 1 : 0)) * ROW_HEIGHT + HEADER_HEIGHT + LINES + INNER_LINES;
  const scrollsDown = height > roomHeight;
  const scrollsAcross = width + (scrollsDown ? SCROLL_BAR : 0) > roomWidth;
  return {
    width: scrollsAcross ? "none" : `${width + (scrollsDown ? SCROLL_BAR : 0)}px`,
    height: scrollsDown ? "none" : `${height + (scrollsAcross ? SCROLL_BAR : 0)}px`,
  };
}
