import { counted } from "../../table/counted.ts";
import type { Notes } from "./notes.ts";
import type { Receipt } from "./receipt.ts";

/** Tells of rows that are shorter or longer than usual. @param tell says what there is of notes, with the lines */
export function tellLengths(receipt: Receipt, tell: (notes: Notes, say: (count: number) => string) => void): void {
  const { usualCells, shortRows, longRows, cutRows, numberColumns, textColumns, skippedColumns } = receipt;
  const cells = counted(usualCells.usual, "cell");
  const usual = usualCells.from === "header" ? `the header's ${cells}` : `the usual ${cells}`;
  const last = numberColumns + textColumns + skippedColumns;
  const areAllCut = cutRows.count === longRows.count;
  const rest = areAllCut ? `what stands behind column ${last} was left out` : "what is more stands in columns of its own";
  tell(shortRows, (count) => `${rowsAre(count)} shorter than ${usual}; what is missing is empty`);
  tell(longRows, (count) => `${rowsAre(count)} longer than ${usual}; ${rest}`);
  if (!areAllCut) {
    tell(cutRows, (count) => `${counted(count, "row")} had cells behind column ${last}, which were left out`);
  }
}

function rowsAre(count: number): string {
  return `${counted(count, "row")} ${count === 1 ? "is" : "are"}`;
}
