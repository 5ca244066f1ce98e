import type { Operation } from "@argscope/core/contract/worker.ts";
import { answerPlace } from "./answer-place.ts";
import { cellText, columnTitle, type Frame, pointOf } from "./frame.ts";
import { heatStep } from "./heat.ts";
import { inPlane } from "./lanes.ts";
import { type Mark, markOf, winnerIndex } from "./marks.ts";
import { decimalsOf } from "./metrics.ts";
import type { Offsets } from "./offsets.ts";
import { regionEdges } from "./region.ts";
import { columnContent, type SlotContent } from "./slots.ts";
import { describe, laneTitle, winnerAt } from "./words.ts";

/** What stands in one cell of the grid, whatever draws it. */
export interface CellContent {
  readonly text: string;
  readonly kind: "blank" | "number" | "nan" | "text" | "answer" | "heading";
  readonly mark: Mark;
  /** Whose mark it is: each function has its own colour and icon. */
  readonly operation: Operation | null;
  /** For who cannot see the mark. */
  readonly description: string;
  /** What the pointer is told that rests on it: why a winner wins. */
  readonly title: string;
  /** Room to leave behind the text so that points stand under each other: places, and "." where the text has no point. */
  readonly pad: string;
  /** Where it stands to the region that was reduced, see `regionEdges`; empty where everything shown was. */
  readonly region: string;
  /** Its place on the scale of colours, see `heatStep`; empty: none. */
  readonly heat: string;
  /** It differs from the file. */
  readonly isEdited: boolean;
}

/** How wide the columns are drawn, in px. 0: there is no such column. */
export interface Widths {
  readonly rowNumbers: number;
  readonly labels: number;
  readonly answer: number;
  /** Of the slots in sight. */
  readonly slots: readonly number[];
}

/** The window that the grid is over a frame. */
export interface Shown {
  readonly frame: Frame;
  readonly rowOffset: number;
  readonly columnOffset: number;
  /** So many slots at the top and at the left stand still: the first places, wherever the others are moved. */
  readonly frozen: Offsets;
  /** How many slots are in sight. Those behind them are blank and hidden. */
  readonly rowSlots: number;
  readonly columnSlots: number;
  readonly widths: Widths;
  /** By slot. */
  readonly decimals: readonly number[];
}

export const BLANK: CellContent = {
  text: "",
  kind: "blank",
  mark: null,
  operation: null,
  description: "",
  title: "",
  pad: "",
  region: "",
  heat: "",
  isEdited: false,
};

function plain(kind: CellContent["kind"], text: string, description = ""): CellContent {
  return { ...BLANK, kind, text, description };
}

const NOTHING: SlotContent = { kind: "nothing" };

/** The place among the rows shown at which a row slot stands; null for a slot that is out of sight or beyond the last. */
export function rowPlaceIn({ frame, rowOffset, rowSlots, frozen }: Shown, rowSlot: number): number | null {
  const place = rowSlot < frozen.row ? rowSlot : rowOffset + rowSlot;
  return rowSlot < rowSlots && place < frame.shownRows ? place : null;
}

/** The same for a column slot. */
export function columnPlaceIn({ frame, columnOffset, columnSlots, frozen }: Shown, slot: number): number | null {
  const place = slot < frozen.column ? slot : columnOffset + slot;
  return slot < columnSlots && place < frame.shownColumns ? place : null;
}

export function slotContent(shown: Shown, slot: number): SlotContent {
  const place = columnPlaceIn(shown, slot);
  return place === null ? NOTHING : columnContent(shown.frame, shown.frame.columnAt(place));
}

/** The array's row that a row slot shows; null for a slot that shows none. */
export function rowIn(shown: Shown, rowSlot: number): number | null {
  const place = rowPlaceIn(shown, rowSlot);
  return place === null ? null : shown.frame.rowAt(place);
}

export function slotCell(shown: Shown, slot: number, rowSlot: number): CellContent {
  const { frame, decimals } = shown;
  const content = slotContent(shown, slot);
  const row = rowIn(shown, rowSlot);
  if (content.kind === "nothing" || row === null) return BLANK;
  if (content.kind === "text") return textCell(frame, content.label, row);
  const { column } = content;
  const text = cellText(frame, row, column);
  const mark = markOf(frame, row, column);
  const why = mark === "first" ? winnerAt(frame, row, column).why : "";
  const kind = text === "nan" || text === "NaT" ? "nan" : "number";
  const operation = mark === null ? null : (frame.answer?.reduction.operation ?? null);
  return {
    text,
    kind,
    mark,
    operation,
    description: describe(frame, mark, row, column, why),
    title: why,
    pad: padOf(text, decimals[slot] ?? 0, pointOf(frame, column)),
    region: regionEdges(frame, row, column),
    heat: frame.heat ? heatStep(frame.heat, inPlane(frame.cells, row, column), row, column) : "",
    isEdited: frame.edits?.isChanged(null, inPlane(frame.cells, row, column)) ?? false,
  };
}

/** The name of the function that was asked, as NumPy has it. */
export function functionName({ answer }: Frame): string {
  if (answer === null) return "";
  return `${answer.reduction.nan === "skip" ? "nan" : ""}${answer.reduction.operation}`;
}

/** What stands at the head of the answer: the function, and with keepdims the shape that the answer keeps. */
export function answerHeading(frame: Frame): string {
  const { answer } = frame;
  if (answer === null || !answer.reduction.keepdims) return functionName(frame);
  return `${functionName(frame)} ${shapeText(answer.indices.shape)}`;
}

/** A shape as Python prints it. */
function shapeText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

function headingCell(frame: Frame): CellContent {
  const shape = frame.answer === null ? "" : shapeText(frame.answer.indices.shape);
  return { ...plain("heading", answerHeading(frame)), title: `${functionName(frame)} of each column, shape ${shape}` };
}

export function rowNumberCell(shown: Shown, rowSlot: number, isAnswerRow: boolean): CellContent {
  if (isAnswerRow) return answerPlace(shown.frame) === "row" ? headingCell(shown.frame) : BLANK;
  const row = rowIn(shown, rowSlot);
  return row === null ? BLANK : plain("heading", String(row));
}

export function labelCell(shown: Shown, rowSlot: number): CellContent {
  const row = rowIn(shown, rowSlot);
  return row === null ? BLANK : textCell(shown.frame, 0, row);
}

function textCell({ labels, edits }: Frame, label: number, row: number): CellContent {
  return { ...plain("text", labels[label]?.text(row) ?? ""), isEdited: edits?.isChanged(label, row) ?? false };
}

/** The answer beside a row. */
export function answerColumnCell(shown: Shown, rowSlot: number): CellContent {
  const row = rowIn(shown, rowSlot);
  if (answerPlace(shown.frame) !== "column" || row === null) return BLANK;
  return answerCell(shown.frame, row, shown.frame.lanes?.inside.columns[0] ?? 0);
}

/** The answer under a column. */
export function answerRowCell(shown: Shown, slot: number): CellContent {
  const content = slotContent(shown, slot);
  if (answerPlace(shown.frame) !== "row" || content.kind !== "number") return BLANK;
  return answerCell(shown.frame, shown.frame.lanes?.inside.rows[0] ?? 0, content.column);
}

function answerCell(frame: Frame, row: number, column: number): CellContent {
  const index = winnerIndex(frame, row, column);
  if (index === null) return BLANK;
  const { why, label } = winnerAt(frame, row, column);
  const name = `${functionName(frame)} of ${laneTitle(frame, row, column)}`;
  const cell = plain("answer", String(index), label === "" ? name : `${name}: ${label}`);
  return { ...cell, title: why };
}

/** What stands over a slot: the column's number, and its name. */
export function slotHeader(shown: Shown, slot: number): { number: string; name: string; title: string } {
  const { frame } = shown;
  const content = slotContent(shown, slot);
  if (content.kind === "nothing") return { number: "", name: "", title: "" };
  if (content.kind === "text") {
    const name = frame.labels[content.label]?.name ?? "";
    return { number: "", name, title: name };
  }
  const { column } = content;
  return { number: String(column), name: frame.columnNames[column] ?? "", title: columnTitle(frame, column) };
}

function padOf(text: string, decimals: number, point: string): string {
  if (decimals === 0 || /[a-z]/u.test(text)) return "";
  const missing = decimals - decimalsOf(text, point);
  if (missing <= 0) return "";
  return text.includes(point) ? String(missing) : `${missing}.`;
}
