import { LARGEST_BLOCK } from "../../memory/engine-memory.ts";
import { Growing } from "../../table/growing.ts";
import { Findings } from "./findings.ts";
import type { Holdings } from "./holdings.ts";
import { sizesFor, spareFor } from "./kernel-scanner.ts";
import { numberColumn, type ScanPlan, textColumn } from "./scanner.ts";
import type { Sniffed } from "./sniff/index.ts";
import { slotOf, targetsOf } from "./targets.ts";
import { TextBuilder } from "./text-builder.ts";

/** More than the estimate, as a share: what is never touched costs nothing. */
const margin = 1 / 16;

/** Bytes that a scan takes at once: small enough to stay in a core's cache. */
const windowSize = 1 << 19;

/** Rows that a window holds at least, about, and a part of one, which is read again with the next. */
const rowsInWindow = 2.25;

export interface PlannedScan extends ScanPlan {
  /** Bytes of the scanner's first window. */
  readonly window: number;
  /** Of a row, on average in the sample. */
  readonly rowBytes: number;
  /** The sample has quotes. */
  readonly quotes: boolean;
}

/**
 * A plan whose columns are of the given kinds, with memory for as many rows as the sample lets expect.
 *
 * @param bytes of all rows
 */
export function planScan(sniffed: Sniffed, kinds: Uint8Array, bytes: number, holdings: Holdings): PlannedScan {
  const rows = Math.ceil((bytes / sniffed.rowBytes) * (1 + margin)) + 16;
  const targets = targetsOf(kinds);
  const last = kinds.lastIndexOf(numberColumn);
  const blockWidth = last < 0 ? 0 : slotOf(targets, last) + 1;
  const texts = new Array<TextBuilder | null>(kinds.includes(textColumn) ? kinds.length : 0).fill(null);
  let textCount = 0;
  for (let column = kinds.indexOf(textColumn); column >= 0; column = kinds.indexOf(textColumn, column + 1)) {
    textCount++;
    const bytes = (sniffed.columnBytes[column] as number) || sniffed.rowBytes / kinds.length;
    const expected = Math.ceil(rows * bytes * (1 + margin)) + 256;
    texts[column] = holdings.own(new TextBuilder(rows, Math.min(expected, LARGEST_BLOCK)));
  }
  const window = Math.min(Math.max(windowSize, Math.ceil(rowsInWindow * sniffed.rowBytes)), bytes + 1);
  const spare = spareFor(sizesFor({ kinds, textCount }, window));
  // An estimate may pass what one block can hold where the rows themselves do not.
  const most = blockWidth === 0 ? rows : Math.floor((LARGEST_BLOCK / 8 - spare) / blockWidth);
  return {
    dialect: sniffed.dialect,
    missing: sniffed.missing,
    kinds,
    targets,
    numbers: holdings.own(new Growing<Float64Array>("float64", blockWidth, Math.min(rows, most), spare)),
    blockWidth,
    texts,
    textCount,
    findings: holdings.own(new Findings(kinds.length)),
    window,
    rowBytes: sniffed.rowBytes,
    quotes: sniffed.quotes,
  };
}
