import { type Column, commonDtype } from "../../table/column.ts";
import type { LabelNotes } from "../../table/judge-labels.ts";
import { brokenColumnsOf } from "./broken-columns.ts";
import type { Findings } from "./findings.ts";
import type { Notes } from "./notes.ts";
import type { Receipt } from "./receipt.ts";
import { noneReplaced, replacedCells } from "./replaced.ts";
import type { EncodingGuess } from "./sniff/encoding.ts";
import type { Sniffed } from "./sniff/index.ts";

/** What a finished reading knows. */
export interface Finished {
  readonly sniffed: Sniffed;
  readonly encoding: EncodingGuess;
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly footnoteLines: number;
  readonly findings: Findings;
  readonly rounded: Notes;
  readonly labels: LabelNotes;
}

/** The receipt of a finished reading. */
export function receiptOf({ sniffed, encoding, columns, rows, footnoteLines, findings, rounded, labels }: Finished): Receipt {
  const { missing, shortRows, longRows, badQuotes, blankLines } = findings;
  const numeric = columns.filter((column) => column.kind === "number");
  const byIndex = new Set(numeric.map((column) => column.index));
  const gapped = numeric.filter((column) => column.missing > 0 && findings.fractional[column.index] === 0);
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
    rowRange: sniffed.rowRange,
    skippedColumns: sniffed.names.length - columns.length,
    numberColumns: numeric.length,
    dtype: commonDtype(numeric.map((column) => column.dtype)),
    textColumns: columns.length - numeric.length,
    missing: {
      count: numeric.reduce((sum, column) => sum + column.missing, 0),
      places: missing.places.filter(({ column }) => byIndex.has(column)),
    },
    rounded,
    gappedIntegers: gapped.map(({ name }) => name),
    labels,
    replaced: encoding.plain && !findings.invalidText ? noneReplaced : replacedCells(columns, findings.invalidText),
    shortRows,
    longRows,
    badQuotes,
    blankLines,
    brokenColumns: brokenColumnsOf(columns, findings, sniffed),
  };
}
