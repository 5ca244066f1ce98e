import type { CellRange, CopyFormat } from "../contract/selecting.ts";
import { ValueError } from "../errors.ts";
import { Watch } from "../reduce/watch.ts";
import { copyArea, countOf } from "./copy-area.ts";
import { writeNumpy } from "./copy-numpy.ts";
import { writeTsv } from "./copy-table.ts";
import type { Plane } from "./plane.ts";
import { MOST_CHARACTERS, TextSink, tooMuch } from "./text-sink.ts";

/** UTF-8, block after block, and how many cells it is. */
export interface CopiedText {
  readonly blocks: readonly Uint8Array<ArrayBuffer>[];
  readonly rows: number;
  readonly columns: number;
}

/**
 * Ranges as text for the clipboard, in the order in which they are shown.
 *
 * @param ranges  none overlapping, at least one cell.
 * @throws {ValueError} the ranges do not make one table, or hold no cell.
 * @throws {CapacityError} it is more than a clipboard takes.
 * @throws {UnsupportedError} the format cannot hold these cells.
 * @throws {CancelledError} someone wrote the cancel word.
 */
export function copyText(
  plane: Plane,
  ranges: readonly CellRange[],
  format: CopyFormat,
  control?: Int32Array,
  most = MOST_CHARACTERS,
): CopiedText {
  const area = copyArea(ranges);
  const [rows, columns] = [countOf(area.rows), countOf(area.columns)];
  if (rows * columns === 0) throw new ValueError("There is nothing to copy: select some cells first.");
  // Each cell takes a character and what stands between it and the next: that much is known without looking.
  if (2 * rows * columns > most) throw tooMuch(most);
  const sink = new TextSink(most);
  const watch = new Watch(control, rows * columns);
  if (format === "numpy") writeNumpy(plane, area, sink, watch);
  else writeTsv(plane, area, format === "tsv with headers", sink, watch);
  return { blocks: sink.finish(), rows, columns };
}
