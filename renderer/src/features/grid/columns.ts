import type { ColDef } from "ag-grid-community";
import { AnswerCell, LabelCell, RowNumberCell, SlotCell } from "./cells.ts";
import { AnswerHeader, LabelHeader, RowNumberHeader, SlotHeader } from "./headers.ts";
import { SLOTS } from "./slots.ts";

export const ROW_NUMBER = "row";
export const LABEL = "label";
export const ANSWER = "answer";
export const slotId = (slot: number): string => `slot${slot}`;

/** The columns of the grid, made once. All but the row numbers come and go. */
export function columnDefinitions(): ColDef[] {
  return [
    {
      colId: ROW_NUMBER,
      pinned: "left",
      lockPosition: "left",
      width: 56,
      cellRenderer: RowNumberCell,
      headerComponent: RowNumberHeader,
      cellAriaRole: "rowheader",
    },
    {
      colId: LABEL,
      pinned: "left",
      lockPosition: "left",
      width: 120,
      hide: true,
      cellRenderer: LabelCell,
      headerComponent: LabelHeader,
    },
    ...Array.from({ length: SLOTS }, (_, slot) => ({
      colId: slotId(slot),
      cellRenderer: SlotCell,
      cellRendererParams: { slot },
      headerComponent: SlotHeader,
      headerComponentParams: { slot },
    })),
    {
      colId: ANSWER,
      pinned: "right",
      width: 88,
      hide: true,
      cellRenderer: AnswerCell,
      headerComponent: AnswerHeader,
    },
  ];
}
