/** Bytes that can be read again, anywhere. A file, a port to one, or text that was typed. */
export interface ByteSource {
  /** For messages: the file's name, never its path. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Bytes from `start` up to, not with, `end`, never fewer: what cannot be read in full is an AccessError. */
  read(start: number, end: number): Promise<Uint8Array>;
  /** As `read`, for what is copied at once: no memory is made for the bytes. Only where that is faster. */
  pieces?(start: number, end: number, take: TakePiece): Promise<void>;
  /** Only where threads can read the bytes by themselves. */
  readonly shared?: SharedFile;
  close(): void;
}

/** Gets bytes of a file and where in it they are. They are there until it returns; those of one read may come twice. */
export type TakePiece = (bytes: Uint8Array, start: number) => void;

/** A file that each thread of the pool reads for itself: what it works on then comes through its own processor's cache. */
export interface SharedFile {
  /** What the threads know the file by: it is posted to them, and they give it to the function that `servePool` was given. */
  readonly handle: unknown;
  /**
   * Fills all of `target`, which may lie in shared memory, with the file's bytes from `start` on, before it returns.
   *
   * @throws {AccessError} they cannot be read in full.
   */
  fill(target: Uint8Array, start: number): void;
}

/** Brings the bytes from `start` up to, not with, `end`, in pieces. */
export async function piecesOf(source: ByteSource, start: number, end: number, take: TakePiece): Promise<void> {
  if (source.pieces !== undefined) await source.pieces(start, end, take);
  else take(await source.read(start, end), start);
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
  const { name, shared, pieces } = source;
  return {
    name,
    size: Math.min(end, source.size),
    read: source.read.bind(source),
    ...(pieces !== undefined && { pieces: pieces.bind(source) }),
    ...(shared !== undefined && { shared }),
    close() {},
  };
}
