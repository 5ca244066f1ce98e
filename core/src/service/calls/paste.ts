import type { CellRange, SharedPlane } from "../../contract/selecting.ts";
import { ClipboardRows } from "../../edits/clipboard-rows.ts";
import { EditError, PlaceError } from "../../edits/edit-error.ts";
import { type Edits, type Manner, MOST_CELLS } from "../../edits/edits.ts";
import type { Given } from "../../edits/meant.ts";
import { keyFinder, keysIn, type PlaneCells } from "../../edits/plane-keys.ts";
import { ValueError } from "../../errors.ts";
import { planeColumns, planeRows } from "../../select/plane.ts";
import { rangeSize } from "../../select/range.ts";
import { counted, editing } from "../editing.ts";
import type { Handler } from "../handler.ts";
import { receivedPlane } from "../plane.ts";
import type { Sessions } from "../sessions.ts";

export const paste: Handler<"paste"> = (sessions, { plane, ranges, text, ...asking }) => {
  return editing(sessions, plane.handle, asking, (edits, manner) => {
    const cells = cellsOf(sessions, plane, edits);
    const rows = new ClipboardRows(text, cells.plane.point);
    if (rows.cells > 1) return spread(edits, cells, ranges, rows, manner);
    let only = "";
    rows.each((_row, _column, cell) => {
      only = cell;
    });
    return fill(edits, cells, ranges, { text: only, deed: "paste" }, manner);
  });
};

export const clear: Handler<"clear"> = (sessions, { plane, ranges, ...asking }) => {
  return editing(sessions, plane.handle, asking, (edits, manner) => {
    return fill(edits, cellsOf(sessions, plane, edits), ranges, { text: "", deed: "clearing" }, manner);
  });
};

function cellsOf(sessions: Sessions, shared: SharedPlane, { labelRows }: Edits): PlaneCells {
  const { view, reading } = sessions.get(shared.handle);
  const root = view === null ? reading : sessions.get(view.root).reading;
  const plane = receivedPlane(sessions, shared);
  const { buffer, byteOffset } = reading.array.data;
  // Where what is shown is a copy the edit would not be seen. (The page's own buffer is another object over the same memory.)
  if (buffer !== root.array.data.buffer || byteOffset !== root.array.data.byteOffset)
    throw new ValueError("what is shown here is worked out from the array, and cannot be edited.");
  return { plane, labelRows, hasOwnLabels: view === null && shared.hasLabels };
}

/** One text for every cell. */
function fill(
  edits: Edits,
  cells: PlaneCells,
  ranges: readonly CellRange[],
  { text, deed }: { readonly text: string; readonly deed: string },
  manner: Manner,
) {
  const count = ranges.reduce((sum, range) => sum + rangeSize(range), 0);
  checkCount(`${count.toLocaleString("en")} cells are selected`, count);
  const keys = keysIn(cells, ranges, manner.progress.part(0, 200));
  const each: Given["each"] = (visit) => {
    for (let k = 0; k < keys.length; k++) visit(k, text);
  };
  const placeOf = (wanted: number): [number, number] => {
    let k = wanted;
    for (const range of ranges) {
      const width = range.right - range.left;
      if (k < rangeSize(range)) return [range.top + Math.floor(k / width), range.left + (k % width)];
      k -= rangeSize(range);
    }
    return [0, 0];
  };
  return applied(edits, { keys, each }, deed, placeOf, manner);
}

/** Each cell its own text, from the first range's top left cell on. */
function spread(edits: Edits, cells: PlaneCells, ranges: readonly CellRange[], rows: ClipboardRows, manner: Manner) {
  const { top = 0, left = 0 } = ranges[0] ?? {};
  checkCount(`it has ${rows.cells.toLocaleString("en")} cells`, rows.cells);
  checkRoom(cells, { top, left }, rows);
  const keyAt = keyFinder(cells);
  const cutting = manner.progress.part(0, 200);
  const keys = new Float64Array(rows.cells);
  let count = 0;
  rows.each((row, column) => {
    cutting.step(count, keys.length);
    keys[count++] = keyAt(top + row, left + column);
  });
  const each: Given["each"] = (visit) => {
    let k = 0;
    rows.each((_row, _column, text) => visit(k++, text));
  };
  const placeOf = (wanted: number): [number, number] => {
    let [k, place]: [number, [number, number]] = [0, [0, 0]];
    rows.each((row, column) => {
      if (k++ === wanted) place = [top + row, left + column];
    });
    return place;
  };
  return applied(edits, { keys, each }, "paste", placeOf, manner);
}

function applied(edits: Edits, given: Given, deed: string, placeOf: (cell: number) => [number, number], manner: Manner) {
  try {
    const name = `${deed} of ${counted(given.keys.length, "cell")}`;
    return edits.apply(given, name, { ...manner, progress: manner.progress.part(200, 1000) });
  } catch (error) {
    throw error instanceof EditError ? new PlaceError(error.message, ...placeOf(error.cell)) : error;
  }
}

function checkCount(what: string, count: number): void {
  if (count > MOST_CELLS) throw new ValueError(`${what}, and ${MOST_CELLS.toLocaleString("en")} is the most at once.`);
}

function checkRoom(
  { plane }: PlaneCells,
  { top, left }: { readonly top: number; readonly left: number },
  size: ClipboardRows,
): void {
  const [rows, columns] = [planeRows(plane) - top, planeColumns(plane) - left];
  const isTooTall = size.rows > rows;
  if (!isTooTall && size.width <= columns) return;
  const [room, what] = isTooTall ? [rows, "row"] : [columns, "column"];
  const cells = `${size.rows.toLocaleString("en")} × ${size.width.toLocaleString("en")} cells`;
  throw new ValueError(`it has ${cells}, and from here on there ${room === 1 ? "is" : "are"} ${counted(room, what)}.`);
}
