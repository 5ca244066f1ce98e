import type { ColDef } from "ag-grid-community";
import { AnswerCell, LabelCell, RowNumberCell, SlotCell } from "./cells.ts";
import { AnswerHeader, LabelHeader, RowNumberHeader, SlotHeader } from "./headers.ts";
import { SLOTS } from "./slots.ts";

export const ROW_NUMBER = "row";
export const LABEL = "label";
export const ANSWER = "answer";
export const slotId = (slot: number): string => `slot${slot}`;
export const slotOf = (colId: string): number => Number(colId.slice("slot".length));

/**
 * The columns of the grid, made once. AG Grid's widths are the largest that there can be: each cell is drawn in the width that
 * its content needs, and what is left over is cut.
 *
 * @param standing  how many slots there are at the start; the others wait for a larger screen.
 */
export function columnDefinitions(standing: number): ColDef[] {
  return [
    {
      colId: ROW_NUMBER,
      pinned: "left",
      lockPosition: "left",
      width: 160,
      cellRenderer: RowNumberCell,
      headerComponent: RowNumberHeader,
      cellAriaRole: "rowheader",
    },
    {
      colId: LABEL,
      pinned: "left",
      lockPosition: "left",
      width: 240,
      cellRenderer: LabelCell,
      headerComponent: LabelHeader,
    },
    ...Array.from({ length: SLOTS }, (_, slot) => ({
      colId: slotId(slot),
      hide: slot >= standing,
      cellRenderer: SlotCell,
      cellRendererParams: { slot },
      headerComponent: SlotHeader,
      headerComponentParams: { slot },
    })),
    {
      colId: ANSWER,
      pinned: "right",
      width: 160,
      cellRenderer: AnswerCell,
      headerComponent: AnswerHeader,
    },
  ];
}
