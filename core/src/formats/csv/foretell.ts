import { CapacityError } from "../../errors.ts";
import { LARGEST_BLOCK } from "../../memory/engine-memory.ts";
import { readLess } from "../../table/read-less.ts";
import type { ByteSource } from "../byte-source.ts";
import { carriageReturn, lineFeed } from "./dialect.ts";
import { numberColumn, textColumn } from "./scanner.ts";
import type { Sniffed } from "./sniff/index.ts";

/** A smaller file is read sooner than it is looked at here and there. */
const worthLooking = 1 << 26;
/** Bytes of a table for each of the file's, at most: a cell has a delimiter or a line ending, 8 bytes in the table, and its text. */
const mostPerByte = 9;
/** Places of the file, and bytes at each, that tell how long its rows are. */
const places = 16;
const placeBytes = 1 << 16;
/** Rows that a table may have: indices beyond are no 32-bit integers. */
const mostRows = 2 ** 31;
/** The share of an estimate that must fit: it may be too high. */
const certain = 0.95;

/**
 * Refuses a table that needs more memory than can be had, before any of it is read.
 *
 * @param memory bytes that the machine has left, where it is known
 * @throws {CapacityError} with what is needed and what there is, in bytes, or in rows where there are too many.
 */
export async function foretell(source: ByteSource, sniffed: Sniffed, memory = Infinity): Promise<void> {
  const bytes = source.size - sniffed.dataStart;
  if (!(bytes >= worthLooking) || mostPerByte * bytes <= Math.min(LARGEST_BLOCK, memory)) return;
  const scale = await stretchOf(source, sniffed);
  const rows = bytes / (sniffed.rowBytes * scale);
  const size = `${source.name} makes about ${rounded(rows)} rows`;
  if (certain * rows > mostRows) {
    throw new CapacityError(`${size}, and ${rounded(mostRows)} are taken. ${readLess}`, Math.round(rows), mostRows);
  }
  const numbers = 8 * rows * sniffed.kinds.filter((kind) => kind === numberColumn).length;
  // A text column keeps its bytes, and where each cell ends.
  const texts = Array.from(sniffed.kinds, (kind, k) => {
    return kind === textColumn ? rows * ((sniffed.columnBytes[k] as number) * scale + 8) : 0;
  });
  const total = texts.reduce((sum, text) => sum + text, numbers);
  const largest = Math.max(numbers, ...texts);
  const [needed, available] = certain * largest > LARGEST_BLOCK ? [largest, LARGEST_BLOCK] : [total, memory];
  if (certain * needed <= available) return;
  const piece = needed === largest && available === LARGEST_BLOCK ? " in one piece" : "";
  throw new CapacityError(
    `${size}. They need ${gigabytes(needed)} of memory${piece}, and ${gigabytes(available)} can be had. ${readLess}`,
    Math.round(needed),
    available,
  );
}

/** How much longer lines are throughout the file than in its sample. */
async function stretchOf(source: ByteSource, { dataStart, rowBytes }: Sniffed): Promise<number> {
  const step = (source.size - dataStart - placeBytes) / (places - 1);
  let [first, lines] = [0, 0];
  for (let k = 0; k < places; k++) {
    const start = dataStart + Math.floor(k * step);
    const found = linesIn(await source.read(start, start + placeBytes));
    if (k === 0) first = found;
    lines += found;
  }
  // Rows that are longer than a place are counted by their sample alone.
  if (lines === 0 || first === 0 || rowBytes > placeBytes / 4) return 1;
  return (first * places) / lines;
}

function linesIn(bytes: Uint8Array): number {
  let feeds = 0;
  let returns = 0;
  for (const byte of bytes) {
    if (byte === lineFeed) feeds++;
    else if (byte === carriageReturn) returns++;
  }
  return Math.max(feeds, returns);
}

function rounded(count: number): string {
  return count < 1e6 ? Math.round(count).toLocaleString("en-US") : `${(count / 1e6).toPrecision(3)} million`;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
