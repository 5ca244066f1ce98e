import type { Operation } from "@argscope/core/contract/worker.ts";
import { answerPlace } from "./answer-place.ts";
import { answerHeading } from "./content.ts";
import type { Frame } from "./frame.ts";
import type { Measures } from "./measures.ts";
import { BOLD, ROW_HEIGHT, type TextWidth } from "./metrics.ts";
import { clampOffset, columnsCovering, firstColumnBefore, type Offsets } from "./offsets.ts";
import type { Widths } from "./shown.ts";
import { ROW_SLOTS, SLOTS } from "./slots.ts";

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
  /** How many rows and columns stand still. What is asked for, as far as there is room for others beside them. */
  readonly frozen: Offsets;
  readonly widths: Widths;
  readonly hasAnswerRow: boolean;
  readonly decimals: readonly number[];
  /** For the columns that move: between those that stand still at the left, and the answer. */
  readonly movingWidth: number;
  /** Of the column at a place. */
  readonly widthAt: (place: number) => number;
  readonly scrollsDown: boolean;
  readonly scrollsAcross: boolean;
  /** Of the grid without its scroll bars: no larger than its content. */
  readonly width: number;
  readonly height: number;
}

export const HEADER_HEIGHT = 28;
/** With the rail beside it that shows where the winners are. */
const SCROLL_BAR = 22;
/** The hairline at the far edge. */
const EDGE = 1;
/** Header and answer row have a line of their own. */
const HEADER = HEADER_HEIGHT + 1;
const ANSWER_ROW = ROW_HEIGHT + 1;
const PADDING = 20;
const OPERATIONS: readonly Operation[] = ["argmin", "argmax"];
/** What AG Grid was told of the columns beside the cells. */
const WIDEST_HEADING = 160;
const NONE_FROZEN: Offsets = { row: 0, column: 0 };
/** Of the room: in a narrow window labels are cut before no cell is left beside them. */
const MOST_LABELS = 0.4;
/** Of the room: the rest must show something that moves. */
const MOST_FROZEN = 0.7;

/** A small array is a small table; a large one fills the room and gets scroll bars. */
export function layoutOf(frame: Frame, wanted: Offsets, room: Room, measures: Measures, textWidth: TextWidth): Layout {
  const columns = frame.shownColumns;
  const widthAt = (place: number): number => measures.width(frame, frame.columnAt(place));
  const hasAnswerRow = answerPlace(frame) === "row";
  const rowNumbers = rowNumberWidth(frame, textWidth);
  const labels = Math.floor(Math.min(measures.labelWidth, room.width * MOST_LABELS));
  const answer = answerWidth(frame, textWidth);
  const aside = rowNumbers + labels + answer + EDGE;
  const above = HEADER + (hasAnswerRow ? ANSWER_ROW : 0) + EDGE;
  const content = { width: aside + measures.totalOf(frame), height: above + frame.shownRows * ROW_HEIGHT };
  const scrollsAcross = content.width > room.width || (content.height > room.height && content.width + SCROLL_BAR > room.width);
  const below = scrollsAcross ? SCROLL_BAR : 0;
  const scrollsDown = content.height + below > room.height;
  const beside = scrollsDown ? SCROLL_BAR : 0;
  const width = Math.min(room.width - beside, content.width);
  const height = Math.min(room.height - below, content.height);

  const lanesWidth = Math.max(0, width - aside);
  const bodyHeight = Math.max(0, height - above);
  const rowPage = Math.max(1, Math.min(ROW_SLOTS, Math.floor(bodyHeight / ROW_HEIGHT)));
  const frozen = frozenOf(frame, rowPage, lanesWidth, widthAt);
  const frozenWidth = widthOf(frozen.column, widthAt);
  const movingWidth = lanesWidth - frozenWidth;
  const last = {
    row: Math.max(0, frame.shownRows - rowPage),
    column: columns === 0 ? 0 : Math.max(0, firstColumnBefore(columns - 1, movingWidth, widthAt) - frozen.column),
  };
  const offsets = { row: clampOffset(wanted.row, last.row), column: clampOffset(wanted.column, last.column) };
  const moving = columnsCovering(offsets.column + frozen.column, columns, movingWidth, widthAt);
  const columnSlots = Math.min(SLOTS, frozen.column + moving);
  const slots = Array.from({ length: columnSlots }, (_, slot) =>
    frame.columnAt(slot < frozen.column ? slot : offsets.column + slot),
  );
  measures.see(slots);
  const slotWidths = slots.map((column) => measures.width(frame, column));
  return {
    offsets,
    last,
    page: { row: rowPage, column: Math.max(1, wholeColumns(slotWidths, lanesWidth)) },
    rowSlots: Math.min(ROW_SLOTS, Math.ceil(bodyHeight / ROW_HEIGHT)),
    columnSlots,
    frozen,
    widths: { rowNumbers, labels, answer, slots: slotWidths },
    hasAnswerRow,
    decimals: slots.map((column) => measures.decimals(column)),
    movingWidth,
    widthAt,
    scrollsDown,
    scrollsAcross,
    width,
    height,
  };
}

function frozenOf(frame: Frame, rowPage: number, lanesWidth: number, widthAt: (place: number) => number): Offsets {
  const wanted = frame.columnSet?.frozen ?? NONE_FROZEN;
  let column = Math.min(wanted.column, frame.shownColumns, SLOTS - 1);
  while (column > 0 && widthOf(column, widthAt) > lanesWidth * MOST_FROZEN) column--;
  return { row: Math.min(wanted.row, frame.shownRows, Math.floor(rowPage * MOST_FROZEN)), column };
}

/** Of the first so many columns. */
function widthOf(count: number, widthAt: (place: number) => number): number {
  let width = 0;
  for (let place = 0; place < count; place++) width += widthAt(place);
  return width;
}

function rowNumberWidth(frame: Frame, textWidth: TextWidth): number {
  const lastRow = textWidth(String(Math.max(0, frame.rows - 1)));
  // Room for either function, so that no column moves when the other one is asked, or when the answer's row comes or goes.
  const names = [...OPERATIONS, answerPlace(frame) === "row" ? answerHeading(frame) : ""];
  const name = Math.max(...names.map((each) => textWidth(each)));
  return Math.ceil(Math.min(WIDEST_HEADING, Math.max(lastRow, BOLD * name) + PADDING));
}

function answerWidth(frame: Frame, textWidth: TextWidth): number {
  if (answerPlace(frame) !== "column") return 0;
  return Math.ceil(Math.max(BOLD * textWidth(answerHeading(frame)), textWidth(String(frame.columns))) + PADDING + 8);
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
