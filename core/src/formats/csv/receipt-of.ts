import type { Column } from "../../table/column.ts";
import type { Findings } from "./findings.ts";
import type { BrokenColumn, Receipt } from "./receipt.ts";
import type { EncodingGuess } from "./sniff/encoding.ts";
import type { Sniffed } from "./sniff/index.ts";

/** The receipt of a finished reading. */
export function receiptOf(
  sniffed: Sniffed,
  encoding: EncodingGuess,
  columns: readonly Column[],
  rows: number,
  footnoteLines: number,
  findings: Findings,
): Receipt {
  const { missing, largeNumbers, shortRows, longRows, badQuotes, blankLines } = findings;
  const isNumbers = columns.map((column) => column.dtype !== "text");
  const numberColumns = isNumbers.filter(Boolean).length;
  const count = columns.reduce((sum, column) => sum + (column.dtype === "text" ? 0 : column.missing), 0);
  const brokenColumns = columns.flatMap((column): BrokenColumn[] => {
    const place = findings.notNumbers[column.index]?.places[0];
    if (place === undefined || column.dtype !== "text") return [];
    return [{ name: column.name, line: place.line, text: column.text(place.row) }];
  });
  return {
    encoding: { value: encoding.encoding, reason: encoding.reason },
    plainBytes: encoding.plain,
    delimiter: sniffed.delimiter,
    quote: sniffed.quote,
    header: sniffed.header,
    preambleLines: sniffed.preambleLines,
    footnoteLines,
    numberStyle: sniffed.numberStyle,
    rows,
    numberColumns,
    textColumns: columns.length - numberColumns,
    missing: { count, places: missing.places.filter(({ column }) => isNumbers[column]) },
    largeNumbers,
    shortRows,
    longRows,
    badQuotes,
    blankLines,
    brokenColumns,
  };
}
