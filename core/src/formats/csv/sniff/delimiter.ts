import { doubleQuote, nameOfDelimiter } from "../dialect.ts";
import { sampleRecords } from "./records.ts";

const candidates = [44, 9, 59, 124];
const sampledRecords = 200;

export interface DelimiterGuess {
  readonly delimiter: number;
  readonly reason: string;
}

/**
 * The character that parts a sample's records most evenly into most cells.
 *
 * Evenness weighs more than number: a comma in prose comes and goes from line to line.
 */
export function sniffDelimiter(sample: Uint8Array, from: number, final: boolean): DelimiterGuess {
  let best = { delimiter: 44, score: 0, width: 1, share: 0 };
  for (const delimiter of candidates) {
    const records = sampleRecords(sample, from, { delimiter, quote: doubleQuote }, sampledRecords, final);
    const widths = new Map<number, number>();
    for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    for (const [width, count] of widths) {
      if (width === 1) continue;
      const share = count / records.length;
      const score = share * share * (1 + Math.log2(width));
      if (score > best.score) best = { delimiter, score, width, share };
    }
  }
  if (best.width === 1) return { delimiter: 44, reason: "no line is parted, so it has one column" };
  const percent = Math.round(best.share * 100);
  return {
    delimiter: best.delimiter,
    reason: `a ${nameOfDelimiter(best.delimiter)} parts ${percent} % of the first lines into ${best.width} cells`,
  };
}
