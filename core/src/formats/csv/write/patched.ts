import { type ByteSource, blocksOf } from "../../byte-source.ts";

/** A part of a file that is replaced. Positions count the file's bytes. */
export interface BytePatch {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

const blockSize = 1 << 20;

/**
 * A file with some parts replaced, in blocks of about 1 MiB: the whole is never in memory.
 *
 * @param patches in order, apart from each other
 */
export async function* patchedBlocks(source: ByteSource, patches: readonly BytePatch[]): AsyncGenerator<Uint8Array> {
  const out = new Gathering();
  let next = 0;
  /** The file's bytes before are written, or replaced. */
  let done = 0;
  let at = 0;
  for await (const block of blocksOf(source)) {
    const end = at + block.length;
    for (let patch = patches[next]; patch !== undefined && patch.start < end; patch = patches[++next]) {
      if (patch.start > done) yield* out.add(block.subarray(done - at, patch.start - at));
      yield* out.add(patch.bytes);
      done = patch.end;
    }
    if (done < end) {
      yield* out.add(block.subarray(done - at));
      done = end;
    }
    at = end;
  }
  for (const patch of patches.slice(next)) yield* out.add(patch.bytes);
  yield* out.end();
}

/** Gathers bytes into blocks of their own: a message carries the whole buffer that a view looks at. */
class Gathering {
  #block = new Uint8Array(blockSize);
  #used = 0;

  *add(bytes: Uint8Array): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + blockSize - this.#used);
      this.#block.set(part, this.#used);
      this.#used += part.length;
      at += part.length;
      if (this.#used === blockSize) yield* this.end();
    }
  }

  *end(): Generator<Uint8Array> {
    if (this.#used === 0) return;
    yield this.#used === blockSize ? this.#block : this.#block.slice(0, this.#used);
    this.#block = new Uint8Array(blockSize);
    this.#used = 0;
  }
}
