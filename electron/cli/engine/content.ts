import { slice } from "@argscope/core";
import type { Control } from "@argscope/core/contract/worker.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { openNpy } from "@argscope/core/formats/npy/open-npy.ts";
import type { ArrayData, ChoiceData, Data, TableData } from "@argscope/core/formats/open/data.ts";
import { identify } from "@argscope/core/formats/open/identify.ts";
import { named } from "@argscope/core/formats/open/naming.ts";
import { openData } from "@argscope/core/formats/open/open-data.ts";
import type { RowRange } from "@argscope/core/table/row-range.ts";
import type { Reading } from "../command/request.ts";
import { UsageError } from "../command/usage-error.ts";
import { checkOptions, openOptions } from "./reading-options.ts";

/** What a source became, with only the rows that were chosen, and of a table the columns. */
export type Content = ArrayContent | TableContent;
export type ArrayContent = Pick<ArrayData, "kind" | "array" | "sentences">;
export type TableContent = Pick<TableData, "kind" | "table" | "text" | "sentences">;

/** @throws {UsageError} the options do not suit what the file holds, or leave a choice. */
export async function readContent(source: ByteSource, reading: Reading, control: Control): Promise<Content> {
  const content = await openContent(source, reading, control);
  if (content.kind === "choice") throw undecided(source.name, content);
  return content;
}

/** As `readContent`, with a file that holds several things given as the choice that it is. */
export async function openContent(source: ByteSource, reading: Reading, control: Control): Promise<Content | ChoiceData> {
  const outer = await named(source.name, identify(source));
  if (outer === "npy") {
    checkOptions(reading, { name: source.name, outer, kind: "npy", isTable: false });
    return named(source.name, readNpy(source, reading.rows, control));
  }
  const data: Data = await openData(source, {
    ...openOptions(reading),
    kind: outer,
    control,
    memory: process.availableMemory(),
  });
  checkOptions(reading, { name: source.name, outer, kind: data.format, isTable: data.kind === "table" });
  if (data.kind === "array") return { ...data, array: rowsOf(data.array, reading.rows) };
  return data;
}

/** Only the rows that are wanted are read. */
async function readNpy(source: ByteSource, rows: RowRange | undefined, control: Control): Promise<ArrayContent> {
  const file = await openNpy(source);
  const [length] = file.shape;
  const array =
    rows === undefined || length === undefined
      ? rowsOf(await file.read(0, length ?? 0, control), rows)
      : await file.read(Math.min(rows.start, length), Math.min(rows.stop ?? length, length), control);
  return { kind: "array", array, sentences: [] };
}

function rowsOf(array: ArrayData["array"], rows: RowRange | undefined): ArrayData["array"] {
  return rows === undefined ? array : slice(array, `${rows.start}:${rows.stop ?? ""}`);
}

/** More names than these are for `info`. */
const shownNames = 20;

function undecided(name: string, { of, choices }: ChoiceData): UsageError {
  const names = choices.slice(0, shownNames).map((choice) => choice.name);
  const more = choices.length > names.length ? ", …" : "";
  const [what, option] = of === "sheet" ? ["sheets", "sheet"] : [of === "array" ? "arrays" : "files", "array"];
  return new UsageError(`${name} holds ${choices.length} ${what}: choose with --${option} one of ${names.join(", ")}${more}.`);
}
