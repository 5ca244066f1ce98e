import { lineFeed } from "./dialect.ts";
import type { Workbench } from "./workbench.ts";

/**
 * Where the first record starts in bytes that may begin in the middle of one; -1 where none does. A line ending counts when as
 * many quotes stand before it as close again; what a guess is worth shows when the record before has been read.
 *
 * @param quote the character, or none where the file has shown none so far
 * @param inside the bytes begin inside quotes
 */
export function firstRecord(bytes: Uint8Array, quote: number | null, inside: boolean): number {
  if (quote === null) return bytes.indexOf(lineFeed) + 1 || -1;
  let quoted = inside;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === quote) quoted = !quoted;
    else if (bytes[at] === lineFeed && !quoted) return at + 1;
  }
  return -1;
}

/** Guesses where records start in a file's blocks, one block after the other from a record's start on. */
export class Splitter {
  readonly #quote: number | null;
  /** The block that comes begins inside quotes. */
  #inside = false;

  /** @param quote as for `firstRecord` */
  constructor(quote: number | null) {
    this.#quote = quote;
  }

  /** Where the first record starts in the bytes at the window's front; -1 where none does. */
  firstRecord(bytes: Uint8Array): number {
    return firstRecord(bytes, this.#quote, this.#inside);
  }

  /** Goes on to the block behind the one that a bench's window has. */
  pass(bench: Workbench, length: number): void {
    if (this.#quote !== null && bench.count(0, length, this.#quote) % 2 === 1) this.#inside = !this.#inside;
  }
}
