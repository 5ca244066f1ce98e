/** Text that is gathered before it becomes a block, in UTF-16 units. */
const blockLength = 1 << 18;

/** Gathers text and gives it as UTF-8 in blocks of about 256 KiB. */
export class TextBlocks {
  readonly #encoder = new TextEncoder();
  #pending = "";

  *add(text: string): Generator<Uint8Array> {
    this.#pending += text;
    if (this.#pending.length >= blockLength) yield* this.end();
  }

  *end(): Generator<Uint8Array> {
    if (this.#pending !== "") yield this.#encoder.encode(this.#pending);
    this.#pending = "";
  }
}

export function* utf8Blocks(pieces: Iterable<string>): Generator<Uint8Array> {
  const blocks = new TextBlocks();
  for (const piece of pieces) yield* blocks.add(piece);
  yield* blocks.end();
}
