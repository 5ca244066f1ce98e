import type { Notes } from "../formats/csv/notes.ts";
import type { Receipt } from "../formats/csv/receipt.ts";
import type { Column } from "./column.ts";

const none: Notes = { count: 0, places: [] };
const reason = "the file's cells have types, and no text";

/** The receipt of a table that was no CSV: what only a CSV has is as in a plain one. */
export function typedReceipt(columns: readonly Column[], rows: number, missing: Notes): Receipt {
  const textColumns = columns.filter((column) => column.dtype === "text").length;
  return {
    encoding: { value: "utf-8", reason },
    plainBytes: false,
    delimiter: { value: ",", reason },
    quote: { value: '"', reason },
    header: { value: 1, reason },
    preambleLines: 0,
    footnoteLines: 0,
    numberStyle: { value: "point", reason },
    rows,
    numberColumns: columns.length - textColumns,
    textColumns,
    missing: { count: missing.count, places: missing.places },
    largeNumbers: none,
    shortRows: none,
    longRows: none,
    badQuotes: none,
    blankLines: none,
    brokenColumns: [],
  };
}
