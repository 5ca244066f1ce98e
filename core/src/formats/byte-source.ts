/** Bytes that can be read again, anywhere. A file, a port to one, or text that was typed. */
export interface ByteSource {
  /** For messages: the file's name, never its path. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Bytes from `start` up to, not with, `end`, never fewer: what cannot be read in full is an AccessError. */
  read(start: number, end: number): Promise<Uint8Array>;
  /**
   * Fills all of `target`, which may lie in shared memory, with the bytes from `start` on. Only where that saves a copy; like
   * `read` it never brings fewer.
   */
  readInto?(target: Uint8Array, start: number): Promise<void>;
  close(): void;
}

/** Larger blocks cost latency and memory, smaller ones messages. */
const blockSize = 1 << 20;
/** Reads under way at once: the file is read while the parser works on what came before. */
const readsAhead = 4;

/** The bytes of `source` from `start` on, in order, in blocks; the next few are always under way. */
export async function* blocksOf(source: ByteSource, start = 0): AsyncGenerator<Uint8Array, void, void> {
  const pending: Promise<Uint8Array>[] = [];
  let next = start;
  const ask = (): void => {
    const end = Math.min(next + blockSize, source.size);
    const read = source.read(next, end);
    // The loop below sees the failure when its turn comes; until then nobody else listens.
    read.catch(() => undefined);
    pending.push(read);
    next = end;
  };
  while (pending.length < readsAhead && next < source.size) ask();
  for (let block = pending.shift(); block !== undefined; block = pending.shift()) {
    const bytes = await block;
    if (next < source.size) ask();
    yield bytes;
  }
}

/** The bytes of a source up to `end`. Closing it does not close the source. */
export function partOf(source: ByteSource, end: number): ByteSource {
  const into = source.readInto?.bind(source);
  return {
    name: source.name,
    size: Math.min(end, source.size),
    read: (from, to) => source.read(from, to),
    ...(into === undefined ? {} : { readInto: into }),
    close() {},
  };
}
