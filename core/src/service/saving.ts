import type { SaveForm, SaveForms } from "../contract/editing.ts";
import { InternalError, UnsupportedError } from "../errors.ts";
import type { Task } from "../formats/csv/task.ts";
import { cleanCsv, rfc4180 } from "../formats/csv/write/clean-csv.ts";
import { ownCsv } from "../formats/csv/write/own-csv.ts";
import { writeNpyBlocks } from "../formats/npy/write-npy.ts";
import { identify } from "../formats/open/identify.ts";
import { ChangedCells, FileCells } from "./file-cells.ts";
import type { Reading } from "./reading.ts";
import type { Session } from "./sessions.ts";

/** What is written, and what then is to be known of it. */
export interface Writing {
  readonly blocks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Cells that differ from what the file had. */
  readonly cells: number;
  /** The file is the one that was written. */
  settle(): void;
}

/** In which forms what was read can be written. What was packed, or has no text of its own, cannot go back where it came from. */
export async function formsOf({ data, source, origin }: Reading): Promise<SaveForms> {
  const isTable = data?.kind === "table";
  const none = (why: string): SaveForms => ({ own: null, why, isTable });
  if (data === null || source === null) return none("It was typed, and has no file yet.");
  const outer = await identify(source);
  const instead = isTable ? "Save it as CSV or as .npy." : "Save it as .npy.";
  if (outer === "gzip" || outer === "zip") return none(`${source.name} is packed: it cannot be written back. ${instead}`);
  if (data.kind === "table" && origin.format === "csv") return { own: "csv", why: null, isTable };
  if (data.kind === "array" && outer === "npy") return { own: "npy", why: null, isTable };
  return none(`Argscope reads ${origin.format} and does not write it. ${instead}`);
}

/** Begins to write what is open. Nothing is changed by it until `settle`. */
export async function writingOf({ reading, edits }: Session, form: SaveForm, task: Task): Promise<Writing> {
  const { array, data, source } = reading;
  const cells = edits.cells.changed;
  const kind = form.kind === "own" ? (await formsOf(reading)).own : form.kind;
  if (kind === "npy") return { blocks: writeNpyBlocks(array), cells, settle: () => edits.saved() };
  if (data?.kind !== "table") throw new UnsupportedError("There is no table in this file: save its array as .npy.");
  const { table, text } = data;
  const file = new FileCells(reading, table, edits.labelRows);
  if (kind === "csv") {
    if (text === null || source === null) throw new InternalError("A table without a text was to be saved in its own form.");
    const changed = new ChangedCells(edits, file);
    const { blocks, rowOffsets } = ownCsv({ source, text, table }, changed, task);
    const settle = (): void => {
      edits.saved(changed.keys, changed.first);
      table.rowOffsets.set(rowOffsets());
    };
    return { blocks, cells, settle };
  }
  if (kind === null) throw new UnsupportedError((await formsOf(reading)).why ?? "");
  const style = form.kind === "country" ? { delimiter: form.delimiter, point: form.point, hasMark: true } : rfc4180;
  const edited = (row: number, column: number): string | undefined => {
    const key = file.keyAt(row, column);
    return (key === null ? null : edits.written(key)) ?? undefined;
  };
  const isEdited = edits.cells.count > 0;
  return { blocks: cleanCsv({ table, text }, isEdited ? edited : null, style, task), cells, settle: () => edits.saved() };
}
