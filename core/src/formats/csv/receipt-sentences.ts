import { nameOfDelimiter } from "./dialect.ts";
import type { Notes } from "./notes.ts";
import type { Receipt } from "./receipt.ts";

/** The receipt as sentences for a person, most important first. */
export function receiptSentences(receipt: Receipt): string[] {
  const sentences: string[] = [];
  const columns = `${counted(receipt.numberColumns, "column")} of numbers and ${counted(receipt.textColumns, "column")} of text`;
  sentences.push(`${counted(receipt.rows, "row")}, ${columns}.`);
  for (const { name, line, text } of receipt.brokenColumns) {
    sentences.push(`Column "${name}" is text, because line ${line} has "${text}".`);
  }
  tell(receipt.missing, (count) => `${counted(count, "missing cell")} became NaN`);
  tell(receipt.largeNumbers, (count) => `${counted(count, "whole number")} from 2^53 on may be rounded`);
  tell(receipt.shortRows, (count) => `${counted(count, "row")} had too few cells; what is missing is empty`);
  tell(receipt.longRows, (count) => `${counted(count, "row")} had too many cells; what is too many was left out`);
  tell(receipt.badQuotes, (count) => `${counted(count, "cell")} had quotes out of place and stand as in the file`);
  tell(receipt.blankLines, (count) => `${counted(count, "blank line")} ${count === 1 ? "was" : "were"} passed over`);
  const { header, delimiter, quote, encoding, numberStyle, preambleLines, footnoteLines } = receipt;
  leftOut(preambleLines, "before");
  leftOut(footnoteLines, "behind");
  if (numberStyle.value === "comma") sentences.push(`Numbers have a decimal comma: ${numberStyle.reason}.`);
  const lines = header.value === 0 ? "No header" : header.value === 1 ? "One header line" : `${header.value} header lines`;
  sentences.push(`${lines}: ${header.reason}.`);
  sentences.push(`The delimiter is ${nameOfDelimiter(delimiter.value.charCodeAt(0))}: ${delimiter.reason}.`);
  if (quote.value !== '"') sentences.push(`Quotes: ${quote.value}, ${quote.reason}.`);
  sentences.push(`The encoding is ${encoding.value}: ${encoding.reason}.`);
  return sentences;

  function leftOut(lines: number, where: string): void {
    if (lines > 0) sentences.push(`${counted(lines, "line")} ${where} the table ${lines === 1 ? "was" : "were"} left out.`);
  }

  function tell(notes: Notes, say: (count: number) => string): void {
    if (notes.count > 0) sentences.push(`${say(notes.count)} (${linesOf(notes)}).`);
  }
}

function linesOf({ count, places }: Notes): string {
  const lines = [...new Set(places.map((place) => place.line))];
  const more = count > places.length ? ", …" : "";
  return `${lines.length === 1 && more === "" ? "line" : "lines"} ${lines.join(", ")}${more}`;
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en-US")} ${thing}${count === 1 ? "" : "s"}`;
}
