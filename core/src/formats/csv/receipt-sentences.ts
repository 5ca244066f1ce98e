import { counted } from "../../table/counted.ts";
import { brokenSentences, integerSentences, labelSentences, shapeSentences } from "../../table/type-sentences.ts";
import { nameOfDelimiter } from "./dialect.ts";
import type { Notes } from "./notes.ts";
import { spaceRuns } from "./options.ts";
import type { Receipt } from "./receipt.ts";

/** The receipt as sentences for a person, most important first. */
export function receiptSentences(receipt: Receipt): string[] {
  const sentences: string[] = [];
  sentences.push(...shapeSentences(receipt));
  sentences.push(...brokenSentences(receipt, (line) => `line ${line}`));
  tell(receipt.missing, (count) => `${counted(count, "missing cell")} became NaN`);
  tell(receipt.rounded, (count) => `${counted(count, "whole number")} beyond 2^53 became the nearest float64`);
  sentences.push(...integerSentences(receipt), ...labelSentences(receipt.labels));
  tell(receipt.shortRows, (count) => `${counted(count, "row")} had too few cells; what is missing is empty`);
  tell(receipt.longRows, (count) => `${counted(count, "row")} had too many cells; what is too many was left out`);
  tell(
    receipt.badQuotes,
    (count) => `${counted(count, "cell")} had quotes out of place; ${count === 1 ? "it stands" : "they stand"} as in the file`,
  );
  tell(receipt.blankLines, (count) => `${counted(count, "blank line")} ${count === 1 ? "was" : "were"} passed over`);
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
  const lines = header.value === 0 ? "No header" : header.value === 1 ? "One header line" : `${header.value} header lines`;
  sentences.push(`${lines}: ${header.reason}.`);
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

function delimiterName(value: string): string {
  return value === spaceRuns ? "any number of spaces" : nameOfDelimiter(value.charCodeAt(0));
}

function linesOf({ count, places }: Notes): string {
  const lines = [...new Set(places.map((place) => place.line))];
  const more = count > places.length ? ", …" : "";
  return `${lines.length === 1 && more === "" ? "line" : "lines"} ${lines.join(", ")}${more}`;
}
