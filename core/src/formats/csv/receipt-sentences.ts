import { counted } from "../../table/counted.ts";
import {
  brokenSentences,
  integerSentences,
  labelSentences,
  renamedSentences,
  shapeSentences,
} from "../../table/type-sentences.ts";
import { nameOfDelimiter } from "./dialect.ts";
import { hintSentences } from "./hint-sentences.ts";
import { tellLengths } from "./length-sentences.ts";
import type { Notes } from "./notes.ts";
import { spaceRuns } from "./options.ts";
import type { Receipt } from "./receipt.ts";

/** The receipt as sentences for a person, most important first. */
export function receiptSentences(receipt: Receipt): string[] {
  const sentences = isBare(receipt) ? [bareSentence(receipt)] : shapeSentences(receipt);
  sentences.push(...brokenSentences(receipt, (line) => `line ${line}`), ...hintSentences(receipt));
  tell(receipt.missing, (count) => `${counted(count, "missing cell")} became NaN`);
  tell(receipt.overflows, (count) => `${counted(count, "number")} too large for float64 became inf or -inf`);
  tell(receipt.rounded, (count) => `${counted(count, "whole number")} beyond 2^53 became the nearest float64`);
  sentences.push(...integerSentences(receipt), ...(isBare(receipt) ? [] : labelSentences(receipt.labels)));
  tellLengths(receipt, tell);
  tell(
    receipt.badQuotes,
    (count) => `${counted(count, "cell")} had quotes out of place; ${count === 1 ? "it stands" : "they stand"} as in the file`,
  );
  tell(receipt.blankLines, (count) => `${counted(count, "blank line")} ${count === 1 ? "was" : "were"} passed over`);
  tell(receipt.commentLines, (count) => `${counted(count, "line")} of comment ${count === 1 ? "was" : "were"} passed over`);
  const { replaced } = receipt;
  const [place] = replaced.places;
  if (place !== undefined) {
    const where = `the first in row ${place.row} of column "${place.name}"`;
    sentences.push(`${counted(replaced.count, "cell")} had bytes that the encoding does not know, shown as \ufffd (${where}).`);
  }
  const { header, delimiter, quote, encoding, numberStyle, preambleLines, footnoteLines } = receipt;
  leftOut(preambleLines, "before");
  leftOut(footnoteLines, "behind");
  if (numberStyle.value === "comma") sentences.push(`Numbers have a decimal comma: ${numberStyle.reason}.`);
  if (receipt.thousands !== "none" && receipt.numberColumns > 0) sentences.push(thousandsSentence(receipt.thousands));
  const lines = header.value === 0 ? "No header" : header.value === 1 ? "One header line" : `${header.value} header lines`;
  sentences.push(`${lines}: ${header.reason}.`);
  sentences.push(...namingSentences(receipt));
  sentences.push(`The delimiter is ${delimiterName(delimiter.value)}: ${delimiter.reason}.`);
  if (quote.value !== '"') sentences.push(`Quotes: ${quote.value}, ${quote.reason}.`);
  sentences.push(`The encoding is ${encoding.value}: ${encoding.reason}.`);
  return sentences;

  function leftOut(lines: number, where: string): void {
    if (lines > 0) sentences.push(`${counted(lines, "line")} ${where} the table ${lines === 1 ? "was" : "were"} left out.`);
  }

  function tell(notes: Notes, say: (count: number) => string): void {
    if (notes.count > 0) sentences.push(`${say(notes.count)}${notes.places.length > 0 ? ` (${linesOf(notes)})` : ""}.`);
  }
}

/** Nothing was read that shows what the columns hold. */
function isBare({ rows, rowRange }: Receipt): boolean {
  return rows === 0 && rowRange === null;
}

function bareSentence({ header, numberColumns, textColumns, skippedColumns }: Receipt): string {
  if (header.value === 0) return "The file has no rows.";
  const columns = numberColumns + textColumns + skippedColumns;
  return `The file has a header of ${counted(columns, "column")} and no rows: nothing shows what ${columns === 1 ? "it holds" : "they hold"}.`;
}

function thousandsSentence(mark: string): string {
  const names: Readonly<Record<string, string>> = { ",": "Commas", ".": "Points", " ": "Spaces", "'": "Apostrophes" };
  return `${names[mark] ?? `"${mark}"`} in numbers part thousands: 1${mark}234 is 1234.`;
}

/** What the header's names do not say by themselves. */
function namingSentences({ renamed, namesFromSecond }: Receipt): string[] {
  return [
    ...(namesFromSecond ? ["The header has a name too few: its first name is taken for the second column's."] : []),
    ...renamedSentences(renamed),
  ];
}

function delimiterName(value: string): string {
  return value === spaceRuns ? "any number of spaces" : nameOfDelimiter(value.charCodeAt(0));
}

function linesOf({ count, places }: Notes): string {
  const lines = [...new Set(places.map((place) => place.line))];
  const more = count > places.length ? ", …" : "";
  return `${lines.length === 1 && more === "" ? "line" : "lines"} ${lines.join(", ")}${more}`;
}
