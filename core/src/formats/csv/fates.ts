import type { PlannedScan } from "./plan.ts";
import { numberColumn, skipColumn, textColumn } from "./scanner.ts";
import type { Sniffed } from "./sniff/index.ts";

/** What became of a column when all its cells were read. */
export const columnFate = {
  skipped: skipColumn,
  number: numberColumn,
  text: textColumn,
  /** It was to be one of numbers, and has a cell that is none: it is read again. */
  rereadText: 3,
  /** It was to be one of numbers, and all its cells are empty: it needs no reading. */
  emptyText: 4,
} as const;

/** For each column its fate. */
export function fatesOf(
  { kinds, rowRange, numbered }: Sniffed,
  { findings, kinds: left }: PlannedScan,
  rows: number,
): Uint8Array {
  // The usual case, and a file may have a hundred thousand columns. The codes are the same.
  if (rows > 0 && findings.missing.count === 0 && findings.notNumbers.size === 0) return kinds.slice();
  const fates = new Uint8Array(kinds.length);
  for (let k = 0; k < kinds.length; k++) {
    if (kinds[k] === skipColumn) continue;
    if (kinds[k] === textColumn) {
      fates[k] = columnFate.text;
      continue;
    }
    const isBare = findings.missingByColumn[k] === rows;
    // A column without a single number is not one of numbers, whatever its cells lack, but where it says `nan`: that is a number's
    // own word. Rows that were chosen may be its gap.
    const isGap = (rowRange !== null && numbered[k] === 1) || findings.nans[k] === 1;
    const isNumeric = left[k] === numberColumn && (!isBare || isGap);
    if (isNumeric) fates[k] = columnFate.number;
    else fates[k] = isBare && findings.markersByColumn[k] === 0 ? columnFate.emptyText : columnFate.rereadText;
  }
  return fates;
}

/** Of the columns that were read as numbers, by their order, those that are; null where all are. */
export function keptNumbers(kinds: Uint8Array, fates: Uint8Array): Int32Array | null {
  if (!fates.includes(columnFate.rereadText) && !fates.includes(columnFate.emptyText)) return null;
  const kept = new Int32Array(kinds.length);
  let count = 0;
  for (let k = 0, slot = 0; k < kinds.length; k++) {
    if (kinds[k] !== numberColumn) continue;
    if (fates[k] === columnFate.number) kept[count++] = slot;
    slot++;
  }
  return kept.subarray(0, count);
}
