import type { FileLike } from "../contract/worker.ts";
import { endedEarly } from "../errors.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import { FileStream, readable } from "./file-stream.ts";

/** Bytes of a read that is a large one: the next may well go on where it ends. */
export const large = 1 << 16;

/**
 * A file that the page holds itself. Large reads, each from where the one before ended, come out of one stream: that takes a
 * half or less of the time that parts take which are asked for one by one.
 */
export function fileSource(name: string, file: FileLike): ByteSource {
  let stream: FileStream | null = null;
  /** Where the last large read ended. */
  let last = -1;

  function streamFrom(start: number): FileStream | null {
    if (stream?.next === start) return stream;
    stream?.close();
    stream = start === last ? new FileStream(name, file, start) : null;
    return stream;
  }

  /** Bytes are to be had from the stream: a large read goes on where the one before ended. */
  function continued(start: number, end: number): FileStream | null {
    if (end - start < large) return null;
    const at = streamFrom(start);
    last = end;
    return at;
  }

  return {
    name,
    size: file.size,
    async read(start, end) {
      const from = continued(start, end);
      if (from === null) return readPart(name, file, start, end);
      const bytes = new Uint8Array(end - start);
      await from.pieces(end, (piece, at) => bytes.set(piece, at - start));
      return bytes;
    },
    async pieces(start, end, take) {
      const from = continued(start, end);
      if (from === null) take(await readPart(name, file, start, end), start);
      else await from.pieces(end, take);
    },
    close() {
      stream?.close();
      stream = null;
    },
  };
}

async function readPart(name: string, file: FileLike, start: number, end: number): Promise<Uint8Array> {
  const bytes = await readable(name, file.slice(start, end).arrayBuffer());
  if (bytes.byteLength !== end - start) throw endedEarly(name, start + bytes.byteLength);
  return new Uint8Array(bytes);
}
