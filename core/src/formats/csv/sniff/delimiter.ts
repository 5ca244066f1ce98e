import { nameOfDelimiter, plainDialect } from "../dialect.ts";
import { recordsOf } from "../records.ts";

/** Candidates and how much their evenness weighs: a comma, a space or a colon is in prose and numbers too. */
const weights: readonly (readonly [delimiter: string, weight: number])[] = [
  [",", 1],
  ["\t", 2],
  [";", 2],
  ["|", 2],
  [" ", 0.4],
  [":", 0.3],
  ["^", 1],
  ["~", 1],
  ["\x01", 2],
  ["\x1f", 2],
];
const sampledRecords = 200;
/** Behind them the lines of a preamble weigh little. */
const fewRecords = 8;

export interface DelimiterGuess {
  readonly delimiter: number;
  readonly reason: string;
}

/**
 * The character that parts a sample's records most evenly into most cells.
 *
 * Evenness weighs more than number: a comma in prose comes and goes from line to line.
 */
export function sniffDelimiter(sample: Uint8Array, from: number, quote: number, final: boolean): DelimiterGuess {
  let best = { delimiter: plainDialect.delimiter, score: 0, width: 1, share: 0 };
  for (const [character, weight] of weights) {
    const delimiter = character.charCodeAt(0);
    if (!sample.includes(delimiter)) continue;
    const dialect = { ...plainDialect, delimiter, quote, dropEmptyRows: true };
    const all = recordsOf(sample, from, dialect, sampledRecords, final);
    const records = all.length > 2 * fewRecords ? all.slice(fewRecords) : all;
    const widths = new Map<number, number>();
    for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    for (const [width, count] of widths) {
      const share = count / records.length;
      const score = width === 1 ? 0 : weight * share * share * (1 + Math.log2(width));
      if (score > best.score) best = { delimiter, score, width, share };
    }
  }
  if (best.width === 1) return { delimiter: best.delimiter, reason: "no line is parted, so it has one column" };
  const percent = Math.round(best.share * 100);
  return {
    delimiter: best.delimiter,
    reason: `a ${nameOfDelimiter(best.delimiter)} parts ${percent} % of the first lines into ${best.width} cells`,
  };
}
