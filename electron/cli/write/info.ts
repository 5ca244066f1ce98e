import type { Receipt } from "@argscope/core";

/** What `info` says of a file: as JSON just this. */
export type FileInfo = TableInfo | ArrayInfo | ArchiveInfo;

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
}

export interface ArchiveInfo {
  readonly name: string;
  readonly kind: "archive";
  readonly arrays: readonly ArrayInfo[];
}

/** A file's information for a person to read. */
export function infoText(info: FileInfo): string {
  switch (info.kind) {
    case "array":
      return `${arrayLine(info)}\n`;
    case "archive":
      return `${[`${info.name}: ${counted(info.arrays.length, "array")}`, ...info.arrays.map((one) => `  ${arrayLine(one)}`)].join("\n")}\n`;
    case "table":
      return `${[
        `${info.name}: table, a is ${info.dtype} of shape ${shapeText(info.shape)}`,
        ...columnLines(info.columns),
        ...info.decided.map((sentence) => `- ${sentence}`),
      ].join("\n")}\n`;
  }
}

function arrayLine({ name, dtype, shape, nbytes }: ArrayInfo): string {
  return `${name}: ${dtype} of shape ${shapeText(shape)}, ${counted(nbytes, "byte")}`;
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

/** As Python writes a tuple. */
function shapeText(shape: readonly number[]): string {
  return `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en-US")} ${thing}${count === 1 ? "" : "s"}`;
}
