import { hasNumberedNames, looksLikeYears, namesAll } from "./numbered-names.ts";
import { standsForNumber } from "./odd-words.ts";
import { numberCell, otherCell, type Sample } from "./sample.ts";
import { headsOneYear } from "./year-heading.ts";

/** Where the table's header is among a sample's records. */
export interface HeaderGuess {
  /** Records before the header that belong to no table. */
  readonly preamble: number;
  /** Rows of the sample that name the columns, together with rows between them; none: the first data row is `first`. */
  readonly heads: readonly number[];
  /** The first row of data. */
  readonly first: number;
  readonly reason: string;
}

/** Most lines that stand before a table. */
const longestPreamble = 100;
/** Names that two lines of a header have at least. */
const fewNames = 3;
/** Columns of numbers that are looked at. */
const enoughColumns = 500;

/**
 * Finds where the table begins and which rows name its columns.
 *
 * Where columns hold numbers, the header is the last row above the first numbers that has words in those columns. Where all
 * is text, it is the first row that is filled, unless its words come again below. A row above or below belongs to the header
 * too when it fills what the header leaves empty, or parts names that come twice; a row above also when it names every column,
 * and the header is their units.
 */
export function sniffHeader(sample: Sample): HeaderGuess {
  const numeric = numericColumns(sample);
  const found = numeric.length > 0 ? aboveNumbers(sample, numeric) : firstFilled(sample);
  if (found.heads.length === 0) return found;
  const [head = 0] = found.heads;
  const above = rowBeside(sample, head, -1);
  const below = rowBeside(sample, head, 1);
  const heads = [head];
  const isHead = (row: number): boolean => {
    if (head - row <= 2 && groups(sample.texts(row), sample.texts(head))) return true;
    return head - row === 1 && parallels(sample.texts(row), sample.texts(head));
  };
  if (above !== null && isHead(above)) heads.unshift(above);
  // Rows are wide: a first cell that is filled decides without the others.
  const mayContinue = below !== null && below - head <= 2 && sample.text(below, 0) === "";
  if (mayContinue && continues(sample.texts(head), sample.texts(below))) heads.push(below);
  const last = heads.at(-1) ?? head;
  return { preamble: heads[0] ?? head, heads, first: Math.max(found.first, last + 1), reason: found.reason };
}

/** Columns whose cells are all numbers, behind the first lines: in the sample's second half, or else below its first row. */
function numericColumns(sample: Sample): number[] {
  const half = Math.min(20, sample.records.count >> 1);
  const columns = numbersBelow(sample, half);
  return columns.length > 0 ? columns : numbersBelow(sample, 1);
}

function numbersBelow(sample: Sample, from: number): number[] {
  const { records, kinds, width } = sample;
  // Of very many columns some, evenly spaced, say as much as all.
  const step = Math.ceil(width / enoughColumns);
  /** For each column a bit for each kind that its cells are of. */
  const found = new Uint8Array(width);
  for (let row = from; row < records.count; row++) {
    const first = records.firstCell(row);
    const cells = Math.min(width, records.width(row));
    for (let column = 0; column < cells; column += step) {
      const cell = first + column;
      found[column] = (found[column] as number) | (1 << ((kinds[cell] as number) || sample.kindOf(cell)));
    }
  }
  const columns: number[] = [];
  for (let column = 0; column < width; column += step) {
    const bits = found[column] as number;
    if (bits & (1 << numberCell) && !(bits & (1 << otherCell))) columns.push(column);
  }
  return columns;
}

function aboveNumbers(sample: Sample, numeric: readonly number[]): HeaderGuess {
  const known = new Map<number, { numbers: number; others: number }>();
  const count = (row: number): { numbers: number; others: number } => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const counts = { numbers: 0, others: 0 };
    const first = sample.records.firstCell(row);
    const width = sample.records.width(row);
    for (const column of numeric) {
      if (column >= width) break;
      const kind = (sample.kinds[first + column] as number) || sample.kindOf(first + column);
      if (kind === numberCell) counts.numbers++;
      else if (kind === otherCell) counts.others++;
    }
    known.set(row, counts);
    return counts;
  };
  const holdsData = (row: number): boolean => {
    const { numbers, others } = count(row);
    return numbers > 0 && numbers >= others && (sample.width === 1 || sample.records.width(row) > 1);
  };
  /** Words that stand for numbers are data, where a row of names is above them. */
  const isOdd = (row: number): boolean =>
    count(row).others > 0 &&
    numeric.every((column) => sample.kind(row, column) !== otherCell || standsForNumber(sample.text(row, column)));
  const names = (row: number): boolean =>
    row >= 0 && namesAll(sample, row) && count(row).others === numeric.length && !isOdd(row);
  // One row with numbers may be part of a preamble; what follows the first row of data is data, or lacks numbers.
  const isFollowed = (row: number): boolean => {
    if (holdsData(row + 1) || count(row + 1).others === 0) return true;
    return names(row - 1) && (isOdd(row + 1) || sample.width >= fewNames);
  };
  const rows = Math.min(sample.records.count, longestPreamble);
  let data = 0;
  while (data < rows && !(holdsData(data) && isFollowed(data))) data++;
  if (data === 0) {
    if (looksLikeYears(sample, numeric)) return { preamble: 0, heads: [0], first: 1, reason: "the first row counts years" };
    if (hasNumberedNames(sample, numeric) && !isOdd(0))
      return { preamble: 0, heads: [0], first: 1, reason: aboveReason(sample, 0, numeric) };
    if (headsOneYear(sample, numeric)) {
      return { preamble: 0, heads: [0], first: 1, reason: "the first row has a year, and beside it no label" };
    }
    return { preamble: 0, heads: [], first: 0, reason: "the first row has numbers like the rows below" };
  }
  let head = Math.min(data, rows) - 1;
  while (head >= 0 && count(head).others === 0) head--;
  let named = head;
  while (named > 0 && isOdd(named)) named--;
  if (named < head && names(named)) head = named;
  const column = numeric.find((candidate) => sample.kind(head, candidate) === otherCell);
  const enough = Math.min(sample.width, numeric.length + 1) / 2;
  const tooFew = sample.filled(head, enough) < enough || sample.records.width(head) * 2 <= sample.width;
  if (column === undefined || (tooFew && sample.width > 1)) {
    return { preamble: head + 1, heads: [], first: head + 1, reason: "no row of names stands above the numbers" };
  }
  return { preamble: head, heads: [head], first: head + 1, reason: aboveReason(sample, head, numeric) };
}

function aboveReason(sample: Sample, head: number, numeric: readonly number[]): string {
  const column = numeric.find((candidate) => sample.kind(head, candidate) === otherCell) ?? 0;
  return `line ${sample.records.line(head)} has a word in column ${column + 1}, and the rows below have numbers there`;
}

function firstFilled(sample: Sample): HeaderGuess {
  const { records, width } = sample;
  const enough = width === 1 ? 1 : Math.max(2, width / 2);
  const rows = Math.min(records.count, longestPreamble);
  let head = 0;
  while (head < rows && sample.filled(head, enough) < enough) head++;
  if (head === rows) head = 0;
  const names = sample.texts(head);
  const next = Math.min(records.count, head + 20);
  // A header may be repeated as a whole row; its single words do not come again.
  const isHead = (row: number): boolean => sample.texts(row).every((text, column) => text === names[column]);
  const again = names.filter((name, column) => {
    for (let row = head + 1; row < next; row++)
      if (name !== "" && sample.text(row, column) === name && !isHead(row)) return true;
    return false;
  });
  if (width > 1 && again.length * 2 >= filled(names)) {
    return { preamble: head, heads: [], first: head, reason: "the words of the first row come again in the rows below" };
  }
  return {
    preamble: head,
    heads: [head],
    first: head + 1,
    reason: `line ${records.line(head)} is the first that is filled with words`,
  };
}

/** The nearest row above or below that is not all empty. */
function rowBeside(sample: Sample, row: number, step: -1 | 1): number | null {
  for (let beside = row + step; beside >= 0 && beside < sample.records.count; beside += step) {
    if (isFilled(sample, beside)) return beside;
  }
  return null;
}

function isFilled(sample: Sample, row: number): boolean {
  const width = sample.records.width(row);
  for (let column = 0; column < width; column++) if (sample.text(row, column) !== "") return true;
  return false;
}

/** The upper row names groups of the lower row's names: it parts names that come twice, or stands where the lower is empty. */
function groups(upper: readonly string[], lower: readonly string[]): boolean {
  if (filled(upper) < 2) return false;
  const names = lower.filter((name) => name !== "");
  const twice = new Set(names).size < names.length;
  const gap = lower.some((name, column) => name === "" && (upper[column] ?? "") !== "");
  return (twice && upper.includes("")) || gap;
}

/** Both rows name every column of several. A title seldom fills so many cells, each with another text. */
function parallels(upper: readonly string[], lower: readonly string[]): boolean {
  const fill = upper.length >= fewNames && upper.length === lower.length && !upper.includes("") && !lower.includes("");
  return fill && new Set(upper).size === upper.length;
}

/** The lower row goes on where the upper has a name with empty cells to its right. */
function continues(upper: readonly string[], lower: readonly string[]): boolean {
  if (filled(lower) < 2 || (lower[0] ?? "") !== "") return false;
  return lower.every((name, column) => {
    return name === "" || (upper[column] ?? "") === "" || (upper[column + 1] === "" && (lower[column + 1] ?? "") !== "");
  });
}

function filled(texts: readonly string[]): number {
  let count = 0;
  for (const text of texts) if (text !== "") count++;
  return count;
}
