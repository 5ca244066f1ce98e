import { type ByteSource, blocksOf } from "../byte-source.ts";
import type { Dialect } from "./dialect.ts";
import { strayQuote } from "./quoted-cell.ts";
import type { Scanner } from "./scanner.ts";
import type { Task } from "./task.ts";

/** A cell in quotes that is longer, in bytes, is taken for one whose quote stands alone. */
const longestQuoted = 1 << 20;

/**
 * Feeds a source to a scanner from `start` on, block by block; a record that a block cuts waits for the next one.
 *
 * @param ahead bytes that are worth a look: a few records
 * @param enough where it may stop, at the start of the next record
 * @returns where it stopped
 */
export async function scanSource(
  source: ByteSource,
  start: number,
  dialect: Dialect,
  scanner: Scanner,
  task: Task,
  ahead = 0,
  enough = Infinity,
): Promise<number> {
  let window = new Uint8Array(Math.min(ahead + (2 << 20), source.size - start));
  let filled = 0;
  // A record longer than the window is tried again only when the window has doubled, or long records would cost their square.
  let wanted = ahead;
  let position = start;
  for await (const block of blocksOf(source, start)) {
    if (filled + block.length > window.length) {
      const larger = new Uint8Array(Math.max(filled + block.length, 2 * window.length));
      larger.set(window.subarray(0, filled));
      window = larger;
    }
    window.set(block, filled);
    filled += block.length;
    const final = position + filled === source.size;
    if (filled >= wanted || final) {
      const used = scanWindow(filled, final);
      window.copyWithin(0, used, filled);
      filled -= used;
      position += used;
      wanted = used === 0 ? 2 * filled : ahead;
    }
    await task.step(position + filled, source.size);
    if (position >= enough) return position;
  }
  return source.size;

  /** Reads what is whole. A quote that swallows line after line is taken as text; at the file's end nothing is left. */
  function scanWindow(end: number, final: boolean): number {
    let used = scanner.scan(window, 0, end, position, false);
    while (used < end && (final || end - used > longestQuoted) && window.subarray(used, end).includes(dialect.quote)) {
      const stray = strayQuote(window.subarray(0, end), used, dialect);
      if (stray < 0) break;
      scanner.takeQuoteAsText(position + stray);
      used = scanner.scan(window, used, end, position, false);
    }
    return final && used < end ? scanner.scan(window, used, end, position, true) : used;
  }
}
