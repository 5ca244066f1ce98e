import type { Receipt } from "../formats/csv/receipt.ts";
import { counted } from "./counted.ts";
import { brokenSentences, integerSentences, labelSentences, renamedSentences, shapeSentences } from "./type-sentences.ts";

/** Numbers that were stored as text. Rows count from 0. */
export interface TextNumbers {
  count: number;
  firstRow: number;
}

/**
 * The receipt of a table of typed cells as sentences, most important first.
 *
 * @param rowName how messages call a row of the table, which counts from 0: `row 7`, `record 3`
 */
export function typedSentences(receipt: Receipt, rowName: (row: number) => string, textNumbers?: TextNumbers): string[] {
  const { missing, overflows, rounded, labels, renamed } = receipt;
  const sentences = [...shapeSentences(receipt), ...brokenSentences(receipt, (line) => rowName(line - 1))];
  tell(missing.count, missing.places[0]?.row, "missing cell", "became NaN");
  tell(overflows.count, overflows.places[0]?.row, "number", "too large for float64 became inf or -inf");
  tell(rounded.count, rounded.places[0]?.row, "whole number", "beyond 2^53 became the nearest float64");
  const asText = textNumbers?.count ?? 0;
  tell(asText, textNumbers?.firstRow, "number", `stored as text became ${asText === 1 ? "a number" : "numbers"}`);
  return [...sentences, ...integerSentences(receipt), ...labelSentences(labels, rowName), ...renamedSentences(renamed)];

  function tell(count: number, first: number | undefined, thing: string, what: string): void {
    if (count > 0) sentences.push(`${counted(count, thing)} ${what}, the first in ${rowName(first ?? 0)}.`);
  }
}
