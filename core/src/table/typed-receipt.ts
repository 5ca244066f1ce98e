import type { Notes } from "../formats/csv/notes.ts";
import type { Receipt } from "../formats/csv/receipt.ts";
import { noneReplaced } from "../formats/csv/replaced.ts";
import { type Column, commonDtype } from "./column.ts";

const none: Notes = { count: 0, places: [] };
const reason = "the file's cells have types, and no text";

/** The receipt of a table that was no CSV: what only a CSV has is as in a plain one. */
export function typedReceipt(
  columns: readonly Column[],
  rows: number,
  found: Pick<
    Receipt,
    | "rowRange"
    | "skippedColumns"
    | "missing"
    | "rounded"
    | "overflows"
    | "gappedIntegers"
    | "renamed"
    | "brokenColumns"
    | "labels"
  >,
): Receipt {
  const numeric = columns.filter((column) => column.kind === "number");
  return {
    encoding: { value: "utf-8", reason },
    plainBytes: false,
    delimiter: { value: ",", reason },
    quote: { value: '"', reason },
    header: { value: 1, reason },
    preambleLines: 0,
    footnoteLines: 0,
    numberStyle: { value: "point", reason },
    thousands: "none",
    rows,
    numberColumns: numeric.length,
    dtype: commonDtype(numeric.map((column) => column.dtype)),
    textColumns: columns.length - numeric.length,
    usualCells: { usual: columns.length, from: "rows" },
    shortRows: none,
    longRows: none,
    cutRows: none,
    namesFromSecond: false,
    numberHints: [],
    badQuotes: none,
    blankLines: none,
    commentLines: none,
    replaced: noneReplaced,
    ...found,
  };
}
