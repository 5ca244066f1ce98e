import type { ByteSource } from "../byte-source.ts";

/** What follows the compressed bytes of a member: CRC-32 and size, four bytes each. */
export const TRAILER_BYTES = 8;

/** Bytes that are looked at from the file's end: at first, and at most. Tapes and archives pad to 512 bytes, or to many times as much. */
const FIRST_LOOK = 64;
const LONGEST_LOOK = 1 << 20;

/** Zeros that a member may end with: its trailer, and the last byte of what is packed, both of an empty one. */
export const MOST_ZEROS = TRAILER_BYTES + 1;

/** Deflate makes at most so many bytes of one; at least this of what it cannot pack, and less where it was flushed all the time. */
const MOST_PER_BYTE = 1032;
const USUAL_LEAST = 0.99;
const LEAST = 0.1;
/** An empty member packs nothing into at most so many bytes. */
const EMPTY_BYTES = 7;
/** What a small member has beside its content, and a little more. */
const OVERHEAD = 16;

/** Where the last byte of a file ends that is no zero. */
export async function paddingStart(source: ByteSource): Promise<number> {
  let end = source.size;
  for (let look = FIRST_LOOK; end > 0; look = Math.min(4 * look, LONGEST_LOOK)) {
    const bytes = await source.read(Math.max(0, end - look), end);
    const last = bytes.findLastIndex((byte) => byte !== 0);
    if (last >= 0) return end - bytes.length + last + 1;
    end -= bytes.length;
  }
  return 0;
}

/**
 * Where the last member of a file ends that may be padded with zeros. Its size, which is the last thing in it, may end with zeros
 * itself: of the ends that are possible the last one is meant whose size deflate can have made of so many bytes.
 *
 * @param held the last bytes, and zeros behind them: as many as may belong to the member @param filled those before the zeros
 * @param before compressed bytes of the member in front of `held` @param atEnd nothing follows `held` in the file
 */
export function memberEnd(held: Uint8Array, filled: number, before: number, atEnd: boolean): number {
  const view = new DataView(held.buffer, held.byteOffset, held.byteLength);
  for (let end = held.length; end >= Math.max(filled, TRAILER_BYTES); end--) {
    const packed = before + end - TRAILER_BYTES;
    const size = view.getUint32(end - 4, true);
    const checksum = view.getUint32(end - TRAILER_BYTES, true);
    // Most files are not padded: there less is asked for.
    const least = atEnd && end === held.length ? LEAST : USUAL_LEAST;
    const isEmpty = size === 0 && checksum === 0 && packed <= EMPTY_BYTES;
    if (isEmpty || (size > 0 && size <= MOST_PER_BYTE * packed && size >= least * packed - OVERHEAD)) return end;
  }
  return held.length;
}
