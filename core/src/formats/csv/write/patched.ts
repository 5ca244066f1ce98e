import { type ByteSource, blocksOf } from "../../byte-source.ts";
import type { Task } from "../task.ts";

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
 * @param patches in order, apart from each other, some at a time
 */
export async function* patchedBlocks(
  source: ByteSource,
  patches: AsyncIterable<readonly BytePatch[]>,
  task: Task,
): AsyncGenerator<Uint8Array> {
  const out = new Gathering();
  const coming = new Coming(patches);
  let patch = await coming.next();
  /** The file's bytes before are written, or replaced. */
  let done = 0;
  let at = 0;
  for await (const block of blocksOf(source)) {
    const end = at + block.length;
    while (patch !== undefined && patch.start < end) {
      if (patch.start > done) out.add(block.subarray(done - at, patch.start - at));
      out.add(patch.bytes);
      done = patch.end;
      // Handing on costs more than a small patch: only where there is something to hand on.
      if (out.isFull) yield* out.full();
      patch = coming.ready() ?? (await coming.next());
    }
    if (done < end) {
      out.add(block.subarray(done - at));
      done = end;
    }
    yield* out.full();
    at = end;
    await task.step(at, source.size);
  }
  for (; patch !== undefined; patch = await coming.next()) out.add(patch.bytes);
  yield* out.end();
}

/** Patches one by one; most are there already, and nobody waits for them. */
class Coming {
  readonly #parts: AsyncIterator<readonly BytePatch[]>;
  #part: readonly BytePatch[] = [];
  #at = 0;

  constructor(patches: AsyncIterable<readonly BytePatch[]>) {
    this.#parts = patches[Symbol.asyncIterator]();
  }

  ready(): BytePatch | undefined {
    return this.#part[this.#at++];
  }

  async next(): Promise<BytePatch | undefined> {
    for (;;) {
      const patch = this.ready();
      if (patch !== undefined) return patch;
      const { done, value } = await this.#parts.next();
      if (done === true) return undefined;
      this.#part = value;
      this.#at = 0;
    }
  }
}

/** Gathers bytes into blocks of their own: a message carries the whole buffer that a view looks at. */
class Gathering {
  #block = new Uint8Array(blockSize);
  #used = 0;
  #full: Uint8Array[] = [];

  get isFull(): boolean {
    return this.#full.length > 0;
  }

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + blockSize - this.#used);
      this.#block.set(part, this.#used);
      this.#used += part.length;
      at += part.length;
      if (this.#used === blockSize) this.#close();
    }
  }

  /** The blocks that are full. */
  full(): Uint8Array[] {
    const full = this.#full;
    this.#full = [];
    return full;
  }

  /** All that is left. */
  end(): Uint8Array[] {
    if (this.#used > 0) this.#close();
    return this.full();
  }

  #close(): void {
    this.#full.push(this.#used === blockSize ? this.#block : this.#block.slice(0, this.#used));
    this.#block = new Uint8Array(blockSize);
    this.#used = 0;
  }
}
