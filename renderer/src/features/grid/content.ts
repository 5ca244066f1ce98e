import type { Operation } from "@argscope/core/contract/worker.ts";
import { answerPlace } from "./answer-place.ts";
import { cellText, columnTitle, type Frame } from "./frame.ts";
import { type Mark, markOf, winnerIndex } from "./marks.ts";
import { decimalsOf } from "./metrics.ts";
import { slotContent } from "./slots.ts";
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

export interface Shown {
  readonly frame: Frame;
  readonly columnOffset: number;
  /** By slot. */
  readonly decimals: readonly number[];
}

export const BLANK: CellContent = { text: "", kind: "blank", mark: null, operation: null, description: "", pad: "" };

function plain(kind: CellContent["kind"], text: string, description = ""): CellContent {
  return { ...BLANK, kind, text, description };
}

export function slotCell({ frame, columnOffset, decimals }: Shown, slot: number, row: number): CellContent {
  const content = slotContent(frame, slot, columnOffset);
  if (content.kind === "nothing" || row >= frame.rows) return BLANK;
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

export function rowNumberCell({ frame }: Shown, row: number, isAnswerRow: boolean): CellContent {
  if (isAnswerRow) return plain("heading", functionName(frame));
  return row < frame.rows ? plain("heading", String(row)) : BLANK;
}

export function labelCell({ frame }: Shown, row: number): CellContent {
  return row < frame.rows ? plain("text", frame.labels[0]?.text(row) ?? "") : BLANK;
}

/** The answer beside a row. */
export function answerColumnCell({ frame }: Shown, row: number): CellContent {
  if (answerPlace(frame) !== "column" || row >= frame.rows) return BLANK;
  return answerCell(frame, row, 0);
}

/** The answer under a column. */
export function answerRowCell({ frame, columnOffset }: Shown, slot: number): CellContent {
  const content = slotContent(frame, slot, columnOffset);
  if (answerPlace(frame) !== "row" || content.kind !== "number") return BLANK;
  return answerCell(frame, 0, content.column);
}

function answerCell(frame: Frame, row: number, column: number): CellContent {
  const index = winnerIndex(frame, row, column);
  return index === null ? BLANK : plain("answer", String(index), `${functionName(frame)} of ${laneTitle(frame, row, column)}`);
}

/** What stands over a slot: the column's number, and its name. */
export function slotHeader({ frame, columnOffset }: Shown, slot: number): { number: string; name: string; title: string } {
  const content = slotContent(frame, slot, columnOffset);
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
