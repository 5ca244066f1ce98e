import type { SaveForm, SaveForms } from "../contract/editing.ts";
import type { ChangedCell } from "../edits/edits.ts";
import { indexOfPlace } from "../edits/place.ts";
import { InternalError, UnsupportedError } from "../errors.ts";
import type { Task } from "../formats/csv/task.ts";
import { cleanCsv, rfc4180 } from "../formats/csv/write/clean-csv.ts";
import { ownCsv } from "../formats/csv/write/own-csv.ts";
import type { NewCell } from "../formats/csv/write/patches.ts";
import { writeNpyBlocks } from "../formats/npy/write-npy.ts";
import { identify } from "../formats/open/identify.ts";
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
  const changed = edits.changed();
  const cells = changed.length;
  const kind = form.kind === "own" ? (await formsOf(reading)).own : form.kind;
  if (kind === "npy") return { blocks: writeNpyBlocks(array), cells, settle: () => edits.saved(() => null) };
  if (data?.kind !== "table") throw new UnsupportedError("There is no table in this file: save its array as .npy.");
  const { table, text } = data;
  if (kind === "csv") {
    if (text === null || source === null) throw new InternalError("A table without a text was to be saved in its own form.");
    const own = await ownCsv(
      { source, text, table },
      changed.map((cell) => newCell(reading, cell)),
      task,
    );
    const replaced = new Map(changed.map((cell, k) => [keyOf(cell), own.replaced[k] ?? null]));
    const settle = (): void => {
      edits.saved((cell) => replaced.get(keyOf(cell)) ?? null);
      table.rowOffsets.set(own.rowOffsets);
    };
    return { blocks: own.blocks, cells, settle };
  }
  if (kind === null) throw new UnsupportedError((await formsOf(reading)).why ?? "");
  const style = form.kind === "country" ? { delimiter: form.delimiter, point: form.point, hasMark: true } : rfc4180;
  const texts = new Map(edits.edited().map((cell) => [placeKey(newCell(reading, cell)), cell.text ?? ""]));
  const edited = (row: number, column: number): string | undefined => texts.get(placeKey({ row, column }));
  return { blocks: cleanCsv({ table, text }, edited, style, task), cells, settle: () => edits.saved(() => null) };
}

/** Where a cell of `a` or of a column of labels stands in the file. */
function newCell({ array, columns, labels, data }: Reading, { label, place, text }: ChangedCell): NewCell {
  if (label !== null) return { row: place, column: labels[label]?.index ?? 0, text: text ?? "" };
  const [row = 0, position = 0] = indexOfPlace(array, place) ?? [];
  const column = data?.kind === "table" ? data.table.columns.find(({ name }) => name === columns[position]) : undefined;
  if (column === undefined) throw new InternalError("An edited cell is in no column of the file.");
  return { row, column: column.index, text: text ?? "" };
}

function keyOf({ label, place }: ChangedCell): string {
  return `${label} ${place}`;
}

function placeKey({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${row} ${column}`;
}
