import type { NumberDtype } from "../../table/column.ts";
import type { LabelNotes } from "../../table/judge-labels.ts";
import { brokenColumnsOf } from "./broken-columns.ts";
import type { TypedNumbers } from "./column-dtypes.ts";
import { noByte } from "./dialect.ts";
import type { Findings } from "./findings.ts";
import { firstPlaces } from "./notes.ts";
import { numberHintsOf } from "./number-hints.ts";
import type { ReadColumns } from "./read-columns.ts";
import type { Receipt } from "./receipt.ts";
import { noneReplaced, replacedCells } from "./replaced.ts";
import { rowLengthsOf } from "./row-lengths.ts";
import type { EncodingGuess } from "./sniff/encoding.ts";
import type { Sniffed } from "./sniff/index.ts";

/** What a finished reading knows. */
export interface Finished {
  readonly sniffed: Sniffed;
  readonly encoding: EncodingGuess;
  readonly columns: ReadColumns;
  readonly typed: TypedNumbers;
  readonly rows: number;
  readonly footnoteLines: number;
  readonly findings: Findings;
  readonly notes: LabelNotes;
}

/** The receipt of a finished reading. */
export function receiptOf({ sniffed, encoding, columns, typed, rows, footnoteLines, findings, notes }: Finished): Receipt {
  const { missing, badQuotes, blankLines, commentLines } = findings;
  const { places, labels } = columns;
  const { usual, from, short, long, cut } = rowLengthsOf(findings, rows, sniffed);
  return {
    encoding: { value: encoding.encoding, reason: encoding.reason },
    plainBytes: encoding.plain,
    delimiter: sniffed.delimiter,
    quote: sniffed.quote,
    header: sniffed.header,
    preambleLines: sniffed.preambleLines,
    footnoteLines,
    numberStyle: sniffed.numberStyle,
    thousands: sniffed.dialect.thousands === noByte ? "none" : String.fromCharCode(sniffed.dialect.thousands),
    rows,
    rowRange: sniffed.rowRange,
    skippedColumns: sniffed.names.length - places.length - labels.length,
    numberColumns: places.length,
    dtype: typed.numbers.dtype as NumberDtype,
    textColumns: labels.length,
    missing: {
      count: missing.count === 0 ? 0 : missingIn(columns),
      places: firstPlaces(missing.places.filter(({ column }) => places.includes(column))),
    },
    rounded: typed.rounded,
    overflows: findings.overflows,
    gappedIntegers: missing.count === 0 ? [] : gappedIn(columns, findings),
    ...namingOf(sniffed, columns),
    numberHints: numberHintsOf(labels, sniffed, findings.fractional),
    labels: notes,
    replaced: encoding.plain && !findings.invalidText ? noneReplaced : replacedCells(labels, findings.invalidText),
    usualCells: { usual, from },
    shortRows: short,
    longRows: long,
    cutRows: cut,
    badQuotes,
    blankLines,
    commentLines,
    brokenColumns: brokenColumnsOf(labels, findings, sniffed),
  };
}

/** Names are made when somebody asks for one: those of so many columns are not looked at. */
const mostNames = 1000;

function namingOf({ names }: Sniffed, { places, labels }: ReadColumns): Pick<Receipt, "renamed" | "namesFromSecond"> {
  if (names.length > mostNames) return { renamed: [], namesFromSecond: false };
  const isRead = (column: number): boolean => places.includes(column) || labels.some(({ index }) => index === column);
  const renamed = names.all.filter(({ heading, name }, k) => heading !== "" && name !== heading && isRead(k));
  const { headings, length } = names;
  return {
    renamed: renamed.map(({ name }) => name),
    namesFromSecond: headings.length > 0 && headings.length === length - 1 && names.all[0]?.heading === "",
  };
}

/** Missing cells of the columns of numbers. */
function missingIn({ places, missing }: ReadColumns): number {
  let count = 0;
  for (const column of places.all) count += missing[column] as number;
  return count;
}

/** Names of the columns that would be integers if no cell were missing. */
function gappedIn({ places, missing, names }: ReadColumns, { fractional }: Findings): string[] {
  const gapped: string[] = [];
  for (const index of places.all) {
    if ((missing[index] as number) > 0 && fractional[index] === 0) gapped.push(names.all[index]?.name ?? "");
  }
  return gapped;
}
