import type { CellName } from "@argscope/core/edits/cell-key.ts";
import type { Box } from "../../state/edits.ts";
import { LABEL, slotId, slotOf } from "./columns.ts";
import { type Cursor, LABELS } from "./cursor.ts";
import { columnTitle, type Frame } from "./frame.ts";
import { inPlane } from "./lanes.ts";
import { columnPlaceIn, rowIn, type Shown, slotContent } from "./shown.ts";

/** A cell that can be edited, and where the grid shows it. Row and column are the array's; column -1 is the label beside the row. */
export interface EditTarget {
  readonly cell: CellName;
  readonly row: number;
  readonly column: number;
  /** For who does not see the cell. */
  readonly title: string;
}

/** What can be edited in the cell of the grid that an element is in; null: nothing. */
export function editTargetOf(element: Element, shown: Shown): EditTarget | null {
  const cell = element.closest<HTMLElement>(".ag-cell");
  const colId = cell?.getAttribute("col-id") ?? "";
  const line = cell?.closest(".ag-row")?.getAttribute("row-index") ?? "";
  // AG Grid numbers the pinned row "b-0": an answer is not edited.
  const row = /^\d+$/u.test(line) ? rowIn(shown, Number(line)) : null;
  if (row === null) return null;
  if (colId === LABEL) return targetAt(shown.frame, row, -1);
  if (!colId.startsWith("slot")) return null;
  const place = columnPlaceIn(shown, slotOf(colId));
  return place === null ? null : targetAt(shown.frame, row, shown.frame.columnAt(place));
}

/** What can be edited in the cell that has the focus; null: nothing. */
export function targetUnder(frame: Frame, { row, column }: Cursor): EditTarget | null {
  // Beyond the last row shown stands the answer, beyond the last column too; before the labels stand the numbers of the rows.
  if (row >= frame.shownRows || column >= frame.shownColumns || column < LABELS) return null;
  return targetAt(frame, frame.rowAt(row), column === LABELS ? -1 : frame.columnAt(column));
}

/** The cell of a row and a column of the array: behind those of numbers, and at -1, one of text. */
export function targetAt(frame: Frame, row: number, column: number): EditTarget | null {
  if (!frame.edits) return null;
  if (column >= 0 && column < frame.columns) {
    const place = inPlane(frame.cells, row, column);
    return { cell: { label: null, place }, row, column, title: `row ${row}, ${columnTitle(frame, column)}` };
  }
  // Labels of a view are not the file's own rows.
  const label = column < 0 ? 0 : column - frame.columns + 1;
  const name = frame.hasOwnLabels === true ? frame.labels[label]?.name : undefined;
  return name === undefined ? null : { cell: { label, place: row }, row, column, title: `row ${row}, ${name}` };
}

/** The rectangle in which the grid shows a cell; null: it is out of sight. */
export function boxOf(host: HTMLElement, shown: Shown, { row, column, cell }: EditTarget): Box | null {
  // Another slice or another view has other cells at the same row and column.
  if (targetAt(shown.frame, row, column)?.cell.place !== cell.place) return null;
  const rowSlot = Array.from({ length: shown.rowSlots }, (_, slot) => rowIn(shown, slot)).indexOf(row);
  const colId = column < 0 ? LABEL : slotShowing(shown, column);
  const element = host.querySelector(`.ag-row[row-index="${rowSlot}"] .ag-cell[col-id="${colId}"]`);
  if (element === null) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

function slotShowing(shown: Shown, column: number): string | null {
  for (let slot = 0; slot < shown.columnSlots; slot++) {
    const place = columnPlaceIn(shown, slot);
    if (place !== null && shown.frame.columnAt(place) === column && slotContent(shown, slot).kind !== "nothing")
      return slotId(slot);
  }
  return null;
}
