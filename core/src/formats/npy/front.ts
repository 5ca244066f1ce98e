import { type NpyHeader, readNpyHeader } from "./header.ts";
import { readPreamble } from "./preamble.ts";

/** The front of an .npy file while its bytes come in. */
export class NpyFront {
  #bytes = new Uint8Array(0);

  /** All bytes so far. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /**
   * Takes the next bytes, and gives the header once it is whole.
   *
   * @throws {FormatError} {UnsupportedError} as `readNpyHeader`, as early as it shows.
   */
  push(block: Uint8Array): NpyHeader | null {
    const both = new Uint8Array(this.#bytes.length + block.length);
    both.set(this.#bytes);
    both.set(block, this.#bytes.length);
    this.#bytes = both;
    if (both.length < 12 || both.length < readPreamble(both).headerEnd) return null;
    return readNpyHeader(both);
  }

  /** The header of a file that has no more bytes. */
  finish(): NpyHeader {
    return readNpyHeader(this.#bytes);
  }
}
