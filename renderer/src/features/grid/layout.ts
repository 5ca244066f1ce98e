import { answerPlace } from "./answer-place.ts";
import { functionName, type Widths } from "./content.ts";
import type { Frame } from "./frame.ts";
import type { Measures } from "./measures.ts";
import { ROW_HEIGHT, type TextWidth } from "./metrics.ts";
import { clampOffset, columnsCovering, firstColumnBefore, type Offsets } from "./offsets.ts";
import { ROW_SLOTS, SLOTS, shownColumns } from "./slots.ts";

/** The room that the grid has, in px. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** How the grid lies over a frame: a value, so that what does not change is not touched. Sizes in px. */
export interface Layout {
  readonly offsets: Offsets;
  /** The largest offsets: the last row and column are in sight, and nothing behind them. */
  readonly last: Offsets;
  /** How many rows and columns lie whole in the window. */
  readonly page: Offsets;
  /** How many slots are in sight, the cut ones too. */
  readonly rowSlots: number;
  readonly columnSlots: number;
  readonly widths: Widths;
  readonly hasAnswerRow: boolean;
  readonly decimals: readonly number[];
  /** For the columns between those that are pinned. */
  readonly lanesWidth: number;
  readonly scrollsDown: boolean;
  readonly scrollsAcross: boolean;
  /** Of the grid without its scroll bars: no larger than its content. */
  readonly width: number;
  readonly height: number;
}

export const HEADER_HEIGHT = 28;
const SCROLL_BAR = 12;
/** The hairline at the far edge. */
const EDGE = 1;
/** Header and answer row have a line of their own. */
const HEADER = HEADER_HEIGHT + 1;
const ANSWER_ROW = ROW_HEIGHT + 1;
const PADDING = 20;

/** A small array is a small table; a large one fills the room and gets scroll bars. */
export function layoutOf(frame: Frame, wanted: Offsets, room: Room, measures: Measures, textWidth: TextWidth): Layout {
  const columns = shownColumns(frame);
  const hasAnswerRow = answerPlace(frame) === "row";
  const rowNumbers = rowNumberWidth(frame, textWidth);
  const labels = measures.labelWidth;
  const answer = answerWidth(frame, textWidth);
  const aside = rowNumbers + labels + answer + EDGE;
  const above = HEADER + (hasAnswerRow ? ANSWER_ROW : 0) + EDGE;
  const content = { width: aside + measures.total, height: above + frame.rows * ROW_HEIGHT };
  const scrollsAcross = content.width > room.width || (content.height > room.height && content.width + SCROLL_BAR > room.width);
  const below = scrollsAcross ? SCROLL_BAR : 0;
  const scrollsDown = content.height + below > room.height;
  const beside = scrollsDown ? SCROLL_BAR : 0;
  const width = Math.min(room.width - beside, content.width);
  const height = Math.min(room.height - below, content.height);

  const lanesWidth = Math.max(0, width - aside);
  const bodyHeight = Math.max(0, height - above);
  const rowPage = Math.max(1, Math.min(ROW_SLOTS, Math.floor(bodyHeight / ROW_HEIGHT)));
  const last = {
    row: Math.max(0, frame.rows - rowPage),
    column: columns === 0 ? 0 : firstColumnBefore(columns - 1, lanesWidth, measures.width),
  };
  const offsets = { row: clampOffset(wanted.row, last.row), column: clampOffset(wanted.column, last.column) };
  const columnSlots = Math.min(SLOTS, columnsCovering(offsets.column, columns, lanesWidth, measures.width));
  measures.see(offsets.column, columnSlots);
  const slots = Array.from({ length: columnSlots }, (_, slot) => offsets.column + slot);
  const slotWidths = slots.map(measures.width);
  return {
    offsets,
    last,
    page: { row: rowPage, column: Math.max(1, wholeColumns(slotWidths, lanesWidth)) },
    rowSlots: Math.min(ROW_SLOTS, Math.ceil(bodyHeight / ROW_HEIGHT)),
    columnSlots,
    widths: { rowNumbers, labels, answer, slots: slotWidths },
    hasAnswerRow,
    decimals: slots.map((column) => measures.decimals(column)),
    lanesWidth,
    scrollsDown,
    scrollsAcross,
    width,
    height,
  };
}

function rowNumberWidth(frame: Frame, textWidth: TextWidth): number {
  const lastRow = textWidth(String(Math.max(0, frame.rows - 1)));
  const name = answerPlace(frame) === "row" ? functionName(frame) : "argmax";
  return Math.ceil(Math.max(lastRow, textWidth(name)) + PADDING + 4);
}

function answerWidth(frame: Frame, textWidth: TextWidth): number {
  if (answerPlace(frame) !== "column") return 0;
  return Math.ceil(Math.max(textWidth(functionName(frame)), textWidth(String(frame.columns))) + PADDING + 8);
}

function wholeColumns(widths: readonly number[], room: number): number {
  let used = 0;
  let count = 0;
  for (const width of widths) {
    used += width;
    if (used <= room) count++;
  }
  return count;
}
