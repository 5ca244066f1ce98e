import type { Receipt } from "@argscope/core";
import type { ChoiceData } from "@argscope/core/formats/open/data.ts";
import type { Choice } from "@argscope/core/formats/open/options.ts";

/** What `info` says of a file: as JSON just this. */
export type FileInfo = TableInfo | ArrayInfo | ChoiceInfo;

export interface TableInfo {
  readonly name: string;
  readonly kind: "table";
  /** Of the array that the table's numbers make. */
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly columns: readonly ColumnInfo[];
  /** What was decided, in sentences, most important first. */
  readonly decided: readonly string[];
  readonly receipt: Receipt;
}

export interface ColumnInfo {
  readonly name: string;
  readonly dtype: string;
  /** Cells that hold nothing, or no number. */
  readonly missing: number;
}

export interface ArrayInfo {
  readonly name: string;
  readonly kind: "array";
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Bytes of all elements. */
  readonly nbytes: number;
  readonly decided: readonly string[];
}

/** A file that holds several things to choose from. */
export interface ChoiceInfo extends Pick<ChoiceData, "of" | "choices"> {
  readonly name: string;
  readonly kind: "choice";
}

const things = { array: "arrays", sheet: "sheets", entry: "files" } as const;

/** A file's information for a person to read. */
export function infoText(info: FileInfo): string {
  return `${lines(info).join("\n")}\n`;
}

function lines(info: FileInfo): string[] {
  switch (info.kind) {
    case "array":
      return [
        `${info.name}: array, ${info.dtype} of shape ${shapeText(info.shape)}, ${counted(info.nbytes, "byte")}`,
        ...decided(info),
      ];
    case "choice":
      return [`${info.name}: choose one of ${info.choices.length} ${things[info.of]}`, ...info.choices.map(choiceLine)];
    case "table":
      return [
        `${info.name}: table, a is ${info.dtype} of shape ${shapeText(info.shape)}`,
        ...columnLines(info.columns),
        ...decided(info),
      ];
  }
}

function decided(info: TableInfo | ArrayInfo): string[] {
  return info.decided.map((sentence) => `- ${sentence}`);
}

function choiceLine({ name, dtype, shape, problem }: Choice): string {
  if (problem !== undefined) return `  ${name}: ${problem}`;
  return shape === undefined ? `  ${name}` : `  ${name}: ${dtype} of shape ${shapeText(shape)}`;
}

/** More columns are left to the JSON. */
const shownColumns = 50;

function columnLines(columns: readonly ColumnInfo[]): string[] {
  const shown = columns.slice(0, shownColumns);
  const width = Math.max(0, ...shown.map(({ name }) => name.length));
  const lines = shown.map(({ name, dtype, missing }) => {
    return `  ${name.padEnd(width)}  ${dtype}${missing > 0 ? `, ${counted(missing, "missing cell")}` : ""}`;
  });
  return columns.length > shown.length ? [...lines, `  … and ${counted(columns.length - shown.length, "more column")}`] : lines;
}

/** As Python prints a shape. */
function shapeText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en-US")} ${thing}${count === 1 ? "" : "s"}`;
}
