import type { Operation } from "@argscope/core/contract/worker.ts";
import { answerPlace } from "./answer-place.ts";
import { cellText, columnTitle, type Frame } from "./frame.ts";
import { type Mark, markOf, winnerIndex } from "./marks.ts";
import { decimalsOf } from "./metrics.ts";
import { columnContent, type SlotContent } from "./slots.ts";
import { describe, laneTitle } from "./words.ts";

/** What stands in one cell of the grid, whatever draws it. */
export interface CellContent {
  readonly text: string;
  readonly kind: "blank" | "number" | "nan" | "text" | "answer" | "heading";
  readonly mark: Mark;
  /** Whose mark it is: each function has its own colour and icon. */
  readonly operation: Operation | null;
  /** For who cannot see the mark. */
  readonly description: string;
  /** Room to leave behind the text so that points stand under each other: places, and "." where the text has no point. */
  readonly pad: string;
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
  /** How many slots are in sight. Those behind them are blank and hidden. */
  readonly rowSlots: number;
  readonly columnSlots: number;
  readonly widths: Widths;
  /** By slot. */
  readonly decimals: readonly number[];
}

export const BLANK: CellContent = { text: "", kind: "blank", mark: null, operation: null, description: "", pad: "" };

function plain(kind: CellContent["kind"], text: string, description = ""): CellContent {
  return { ...BLANK, kind, text, description };
}

const NOTHING: SlotContent = { kind: "nothing" };

export function slotContent({ frame, columnOffset, columnSlots }: Shown, slot: number): SlotContent {
  return slot < columnSlots ? columnContent(frame, columnOffset + slot) : NOTHING;
}

/** The row of the frame that a row slot shows; null for a slot that is out of sight or beyond the array's end. */
export function rowIn({ frame, rowOffset, rowSlots }: Shown, rowSlot: number): number | null {
  const row = rowOffset + rowSlot;
  return rowSlot < rowSlots && row < frame.rows ? row : null;
}

export function slotCell(shown: Shown, slot: number, rowSlot: number): CellContent {
  const { frame, decimals } = shown;
  const content = slotContent(shown, slot);
  const row = rowIn(shown, rowSlot);
  if (content.kind === "nothing" || row === null) return BLANK;
  if (content.kind === "text") return plain("text", frame.labels[content.label]?.text(row) ?? "");
  const { column } = content;
  const text = cellText(frame, row, column);
  const mark = markOf(frame, row, column);
  const kind = text === "nan" || text === "NaT" ? "nan" : "number";
  const operation = mark === null ? null : (frame.answer?.reduction.operation ?? null);
  return {
    text,
    kind,
    mark,
    operation,
    description: describe(frame, mark, row, column),
    pad: padOf(text, decimals[slot] ?? 0),
  };
}

/** The name of the function that was asked, as NumPy has it. */
export function functionName({ answer }: Frame): string {
  if (answer === null) return "";
  return `${answer.reduction.nan === "skip" ? "nan" : ""}${answer.reduction.operation}`;
}

export function rowNumberCell(shown: Shown, rowSlot: number, isAnswerRow: boolean): CellContent {
  if (isAnswerRow) return answerPlace(shown.frame) === "row" ? plain("heading", functionName(shown.frame)) : BLANK;
  const row = rowIn(shown, rowSlot);
  return row === null ? BLANK : plain("heading", String(row));
}

export function labelCell(shown: Shown, rowSlot: number): CellContent {
  const row = rowIn(shown, rowSlot);
  const label = shown.frame.labels[0];
  return row === null || label === undefined ? BLANK : plain("text", label.text(row));
}

/** The answer beside a row. */
export function answerColumnCell(shown: Shown, rowSlot: number): CellContent {
  const row = rowIn(shown, rowSlot);
  if (answerPlace(shown.frame) !== "column" || row === null) return BLANK;
  return answerCell(shown.frame, row, 0);
}

/** The answer under a column. */
export function answerRowCell(shown: Shown, slot: number): CellContent {
  const content = slotContent(shown, slot);
  if (answerPlace(shown.frame) !== "row" || content.kind !== "number") return BLANK;
  return answerCell(shown.frame, 0, content.column);
}

function answerCell(frame: Frame, row: number, column: number): CellContent {
  const index = winnerIndex(frame, row, column);
  return index === null ? BLANK : plain("answer", String(index), `${functionName(frame)} of ${laneTitle(frame, row, column)}`);
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

function padOf(text: string, decimals: number): string {
  if (decimals === 0 || /[a-z]/u.test(text)) return "";
  const missing = decimals - decimalsOf(text);
  if (missing <= 0) return "";
  return text.includes(".") ? String(missing) : `${missing}.`;
}
