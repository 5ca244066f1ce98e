import type { ByteSource } from "../byte-source.ts";
import { carriageReturn, lineFeed } from "./dialect.ts";

/** What decisions about the whole file are made from, in bytes; where so much does not hold a few whole records, more. */
const firstSize = 1 << 18;
const sampleSizes = [firstSize, 1 << 22, 1 << 24, 1 << 26];
/** Bytes that are read at once: what lies behind the lines that are wanted is not read, and no memory taken for it. */
const pieceBytes = 1 << 19;
/** Of a larger sample so many bytes are enough, or its first records. */
const enoughBytes = 1 << 20;
const fewRecords = 2;
/** A row behind a line that alone is longer than the first sample may be cut behind so many bytes of it. */
const enoughOfRow = 1 << 16;

/** A file's first bytes. */
export interface ReadSample {
  readonly bytes: Uint8Array;
  /** Of a row, as its first lines let expect; Infinity where they are not known. */
  readonly rowBytes: number;
  /** The bytes end within the second line, behind many cells of it. */
  readonly isCut: boolean;
}

/**
 * Reads as much of a file's start as holds a few whole records, up to a limit.
 *
 * @param mayCut the first cells of a very long row may do for all of them
 */
export async function readSample(source: ByteSource, mayCut = false): Promise<ReadSample> {
  const feeds = new LineEnds(lineFeed);
  let bytes = new Uint8Array(0);
  let length = 0;
  for (const size of sampleSizes) {
    const longer = new Uint8Array(Math.min(size, source.size));
    longer.set(bytes);
    bytes = longer;
    while (length < bytes.length && !(feeds.areEnough && length >= enoughBytes)) {
      const piece = bytes.subarray(length, length + pieceBytes);
      if (source.shared === undefined) piece.set(await source.read(length, length + piece.length));
      else source.shared.fill(piece, length);
      feeds.find(piece, length);
      length += piece.length;
      if (mayCut && feeds.count === 1 && feeds.end > firstSize && length - feeds.end >= enoughOfRow) {
        const read = bytes.subarray(0, length);
        if (length < source.size && !hasReturns(read.subarray(feeds.end)))
          return { bytes: read, rowBytes: Infinity, isCut: true };
      }
    }
    if (feeds.areEnough || hasReturns(bytes)) break;
  }
  const rowBytes = feeds.areEnough ? feeds.end / fewRecords : Infinity;
  const read = bytes.subarray(0, length);
  if (length <= enoughBytes || !feeds.areEnough) return { bytes: read, rowBytes, isCut: false };
  // Megabytes of more rows, or of one that is not whole, say nothing that the first do not.
  const lines = read.lastIndexOf(lineFeed, Math.max(feeds.end, enoughBytes) - 1) + 1;
  return { bytes: read.subarray(0, lines), rowBytes, isCut: false };
}

/** Its lines end with a carriage return alone. */
function hasReturns(bytes: Uint8Array): boolean {
  const returns = new LineEnds(carriageReturn);
  returns.find(bytes, 0);
  return returns.areEnough;
}

/** Finds the first lines that end with a byte, piece by piece. */
class LineEnds {
  /** Behind the last one that was found. */
  end = 0;
  count = 0;
  readonly #byte: number;

  constructor(byte: number) {
    this.#byte = byte;
  }

  get areEnough(): boolean {
    return this.count === fewRecords;
  }

  /** @param position of the piece in the file */
  find(piece: Uint8Array, position: number): void {
    for (let at = 0; at >= 0 && !this.areEnough; ) {
      at = piece.indexOf(this.#byte, at) + 1;
      if (at === 0) return;
      this.count++;
      this.end = position + at;
    }
  }
}
