import type { Target } from "../../state/commands.ts";
import { LABEL, slotOf } from "./columns.ts";
import { LABELS } from "./cursor.ts";
import { columnPlaceIn, rowIn, type Shown } from "./shown.ts";

/** Which place of the array an element of the grid shows; null where it shows none. */
export function targetOf(element: Element, shown: Shown): Target | null {
  const cell = element.closest<HTMLElement>(".ag-cell, .ag-header-cell");
  const colId = cell?.getAttribute("col-id") ?? null;
  if (cell === null || colId === null) return null;
  const column = columnOf(colId, shown);
  if (cell.classList.contains("ag-header-cell")) return column === null ? null : { area: "column", row: null, column };
  const line = cell.closest(".ag-row")?.getAttribute("row-index") ?? "";
  // AG Grid numbers the pinned row "b-0": the answer under a column stands for the column.
  const row = /^\d+$/u.test(line) ? rowIn(shown, Number(line)) : null;
  if (row === null) return column === null ? null : { area: "column", row: null, column };
  return { area: column === null ? "row" : "cell", row, column };
}

function columnOf(colId: string, shown: Shown): number | null {
  if (colId === LABEL) return shown.frame.labels.length > 0 ? LABELS : null;
  if (!colId.startsWith("slot")) return null;
  const place = columnPlaceIn(shown, slotOf(colId));
  return place === null ? null : shown.frame.columnAt(place);
}
