import { isRecord } from "@argscope/core/array/record.ts";
import type { Operation } from "@argscope/core/contract/worker.ts";
import { answerPlace } from "./answer-place.ts";
import { titleOfCut } from "./cut-text.ts";
import { cellText, columnTitle, type Frame, pointOf } from "./frame.ts";
import { heatStep } from "./heat.ts";
import { inPlane } from "./lanes.ts";
import { type Mark, markOf, winnerIndex } from "./marks.ts";
import { decimalsOf } from "./metrics.ts";
import { regionEdges } from "./region.ts";
import { rowIn, type Shown, slotContent } from "./shown.ts";
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

export function slotCell(shown: Shown, slot: number, rowSlot: number): CellContent {
  const { frame, decimals } = shown;
  const content = slotContent(shown, slot);
  const row = rowIn(shown, rowSlot);
  if (content.kind === "nothing" || row === null) return BLANK;
  const width = shown.widths.slots[slot] ?? 0;
  if (content.kind === "text") return textCell(frame, content.label, row, width);
  const { column } = content;
  const text = cellText(frame, row, column);
  const mark = markOf(frame, row, column);
  const why = mark === "first" ? winnerAt(frame, row, column).why : "";
  // A record reads from its first field on.
  const kind = isRecord(frame.array.dtype) ? "text" : text === "nan" || text === "NaT" ? "nan" : "number";
  const operation = mark === null ? null : (frame.answer?.reduction.operation ?? null);
  return {
    text,
    kind,
    mark,
    operation,
    description: describe(frame, mark, row, column, why),
    title: why || titleOfCut(text, width),
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
  return row === null ? BLANK : textCell(shown.frame, 0, row, shown.widths.labels);
}

function textCell({ labels, edits }: Frame, label: number, row: number, width: number): CellContent {
  const text = labels[label]?.text(row) ?? "";
  return { ...plain("text", text), title: titleOfCut(text, width), isEdited: edits?.isChanged(label, row) ?? false };
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
