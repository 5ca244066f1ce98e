import { lineFeed } from "./dialect.ts";
import type { Workbench } from "./workbench.ts";

/**
 * Guesses where records start in a file's blocks, one block after the other from a record's start on. A line ending counts
 * when as many quotes stand before it as close again; what a guess is worth shows when the record before has been read.
 */
export class Splitter {
  readonly #quote: number;
  /** The block that comes begins inside quotes. */
  #inside = false;

  /** @param quote the character, or none where the file has shown none so far */
  constructor(quote: number | null) {
    this.#quote = quote ?? -1;
  }

  /** Where the first record starts in the bytes at the window's front; -1 where none does. */
  firstRecord(bytes: Uint8Array): number {
    if (this.#quote < 0) return bytes.indexOf(lineFeed) + 1 || -1;
    let inside = this.#inside;
    for (let at = 0; at < bytes.length; at++) {
      if (bytes[at] === this.#quote) inside = !inside;
      else if (bytes[at] === lineFeed && !inside) return at + 1;
    }
    return -1;
  }

  /** Goes on to the block behind the one that a bench's window has. */
  pass(bench: Workbench, length: number): void {
    if (this.#quote >= 0 && bench.count(0, length, this.#quote) % 2 === 1) this.#inside = !this.#inside;
  }
}
