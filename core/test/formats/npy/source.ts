import type { RangeSource } from "../../../src/formats/npy/row-ranges.ts";

/** A file's bytes in pieces of that length, as a stream gives them. */
export async function* pieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** A file that can be read anywhere, and that notes what was read of it. */
export class NotedSource implements RangeSource {
  readonly size: number;
  readonly reads: (readonly [start: number, end: number])[] = [];
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.size = bytes.length;
  }

  async read(start: number, end: number): Promise<Uint8Array> {
    if (start < 0 || end > this.size || start > end) throw new RangeError(`read of ${start} to ${end} of ${this.size}`);
    this.reads.push([start, end]);
    return this.#bytes.slice(start, end);
  }

  /** Bytes that were read. */
  get bytesRead(): number {
    return this.reads.reduce((sum, [start, end]) => sum + end - start, 0);
  }
}
