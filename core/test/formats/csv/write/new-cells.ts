import type { NewCells } from "@argscope/core/formats/csv/write/patches.ts";

export interface NewCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Cells in any order as they are to be written, and what they had before, in the order given. */
export function newCells(cells: readonly NewCell[]): NewCells & { readonly before: readonly string[] } {
  const order = cells.map((_, k) => k);
  const at = (k: number): NewCell => cells[order[k] as number] as NewCell;
  order.sort((p, q) => (cells[p]?.row ?? 0) - (cells[q]?.row ?? 0) || (cells[p]?.column ?? 0) - (cells[q]?.column ?? 0));
  const before = cells.map(() => "");
  return {
    before,
    count: cells.length,
    row: (k) => at(k).row,
    column: (k) => at(k).column,
    text: (k) => at(k).text,
    replaced(k, text) {
      before[order[k] as number] = text;
    },
  };
}
