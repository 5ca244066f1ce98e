import type { CutRecords } from "../cut-records.ts";
import { type Dialect, nameOfDelimiter, plainDialect } from "../dialect.ts";
import { type Cutter, sampledRecords } from "./cutter.ts";

/** Candidates and how much their evenness weighs: a comma, a space or a colon is in prose and numbers too. */
const weights: readonly (readonly [delimiter: string, weight: number, runs?: true])[] = [
  [",", 1],
  ["\t", 2],
  [";", 2],
  ["|", 2],
  [" ", 0.4],
  [" ", 0.4, true],
  [":", 0.3],
  ["^", 1],
  ["~", 1],
  ["\x01", 2],
  ["\x1f", 2],
];
/** What parts cells does so in the first of them: a wide file's sample is millions of characters, and looking for one takes time. */
const certainBytes = 1 << 18;
/** Records that candidates are weighed by. */
const weighedRecords = 200;
/** Behind them the lines of a preamble weigh little. */
const fewRecords = 8;

/** Words of a text are parted by spaces too: a table has as many in nearly every line. */
const evenSpaces = 0.8;

export interface DelimiterGuess {
  readonly delimiter: number;
  /** Any number of them in a row is one. */
  readonly runs: boolean;
  readonly reason: string;
}

/**
 * The character that parts a sample's records most evenly into most cells.
 *
 * Evenness weighs more than number: a comma in prose comes and goes from line to line.
 *
 * @param characters has every ASCII character that the sample has
 */
export function sniffDelimiter(
  characters: string,
  { quote, comment }: Pick<Dialect, "quote" | "comment">,
  cutter: Cutter,
): DelimiterGuess {
  const start = characters.slice(0, certainBytes);
  const candidates = weights.filter(([character]) => start.includes(character));
  // The only one there is will be the delimiter: cut once for all that follows.
  const limit = candidates.length === 1 ? sampledRecords : weighedRecords;
  let best = { delimiter: plainDialect.delimiter, runs: false, score: 0, width: 1, share: 0 };
  for (const [character, weight, runs = false] of candidates) {
    const delimiter = character.charCodeAt(0);
    const dialect = { ...plainDialect, delimiter, quote, comment, trimStart: runs, dropEmptyRows: true };
    const records = widthsOf(cutter.cut(dialect, limit));
    const widths = new Map<number, number>();
    for (const width of records) widths.set(width, (widths.get(width) ?? 0) + 1);
    for (const [width, count] of widths) {
      const share = count / records.length;
      if (width === 1 || (character === " " && share < evenSpaces)) continue;
      const score = weight * share * share * (1 + Math.log2(width));
      if (score > best.score) best = { delimiter, runs, score, width, share };
    }
  }
  const { delimiter, runs } = best;
  if (best.width === 1) return { delimiter, runs, reason: "no line is parted, so it has one column" };
  const percent = Math.round(best.share * 100);
  const parts = runs ? "spaces part" : `a ${nameOfDelimiter(delimiter)} parts`;
  return { delimiter, runs, reason: `${parts} ${percent} % of the first lines into ${best.width} cells` };
}

/** Cells of the records that count. */
function widthsOf(records: CutRecords): number[] {
  const count = Math.min(weighedRecords, records.whole);
  const from = count > 2 * fewRecords ? fewRecords : 0;
  return Array.from({ length: count - from }, (_, k) => records.width(from + k));
}
