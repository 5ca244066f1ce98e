/** Bytes at the front of every engine memory that belong to the kernels, never to an array. */
export const SCRATCH_BYTES = 4 * 1024 * 1024;

/** Bytes at the end of every memory that belong to nothing: a kernel may read, and an address may run, a little past an array. */
export const TAIL_BYTES = 1024;

export const PAGE_BYTES = 65_536;

/** Array starts are aligned to a cache line, so that no vector load crosses one. */
const ALIGNMENT = 64;

const alignUp = (bytes: number) => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

/** Bytes that a block of `byteLength` takes in an arena. Never 0, so that every block has an address of its own. */
export const footprint = (byteLength: number) => Math.max(ALIGNMENT, alignUp(byteLength));

/** Pages of a memory in which one block of `bytes` (a footprint) fits. */
export const pagesOf = (bytes: number) => Math.ceil((SCRATCH_BYTES + bytes + TAIL_BYTES) / PAGE_BYTES);

interface Range {
  start: number;
  end: number;
}

/**
 * One shared WebAssembly memory and the ranges of it that are free.
 *
 * The memory never grows: untouched pages cost nothing, and `buffer` stays the same object for the memory's whole life.
 * Free ranges are kept in address order and neighbours are joined, so a memory whose blocks are all released is one range
 * again whatever the order of the releases.
 */
export class Arena {
  static #count = 0;
  readonly number = ++Arena.#count;
  readonly memory: WebAssembly.Memory;
  readonly buffer: SharedArrayBuffer;
  readonly #free: Range[];
  readonly #used = new Map<number, number>();

  /** @param pages of 64 KiB, the scratch area included; at most 65,536. */
  constructor(pages: number) {
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    this.buffer = this.memory.buffer as ArrayBufferLike as SharedArrayBuffer;
    this.#free = [{ start: SCRATCH_BYTES, end: pages * PAGE_BYTES - TAIL_BYTES }];
  }

  get byteLength(): number {
    return this.buffer.byteLength;
  }

  /** No block is in use. */
  get idle(): boolean {
    return this.#used.size === 0;
  }

  /** The smallest free range that holds `bytes`, in bytes; undefined where none does. */
  fit(bytes: number): number | undefined {
    let best: number | undefined;
    for (const { start, end } of this.#free) {
      const room = end - start;
      if (room >= bytes && (best === undefined || room < best)) best = room;
    }
    return best;
  }

  /** Takes `bytes` (a footprint) out of the smallest range that holds them; undefined where none does. */
  take(bytes: number): number | undefined {
    const room = this.fit(bytes);
    const at = this.#free.findIndex(({ start, end }) => end - start === room);
    const range = this.#free[at];
    if (!range) return undefined;
    const { start } = range;
    range.start += bytes;
    if (range.start === range.end) this.#free.splice(at, 1);
    this.#used.set(start, bytes);
    return start;
  }

  /** Gives a block back. False where no block starts there. */
  give(start: number): boolean {
    const bytes = this.#used.get(start);
    if (bytes === undefined) return false;
    this.#used.delete(start);
    const end = start + bytes;
    const at = this.#free.findIndex((range) => range.start >= end);
    const index = at < 0 ? this.#free.length : at;
    const before = this.#free[index - 1];
    const after = this.#free[index];
    const joinsBefore = before?.end === start;
    const joinsAfter = after?.start === end;
    if (before && joinsBefore) before.end = after && joinsAfter ? after.end : end;
    else if (after && joinsAfter) after.start = start;
    else this.#free.splice(index, 0, { start, end });
    if (joinsBefore && joinsAfter) this.#free.splice(index, 1);
    return true;
  }
}
