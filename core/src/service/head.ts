import type { ReadingOptions } from "../contract/opening.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import { carriageReturn, lineFeed } from "../formats/csv/dialect.ts";
import { sniffEncoding } from "../formats/csv/sniff/encoding.ts";
import { Gunzip } from "../formats/gzip/gunzip.ts";
import { zipEntryBytes } from "../formats/npz/zip-entry.ts";
import { identify } from "../formats/open/identify.ts";
import type { Kind } from "../formats/open/kind.ts";
import { openArchive } from "../formats/zip/archive.ts";

/** What the first rows are looked for in, in bytes; in more only where so much holds next to none. */
const USUAL = 1 << 18;
const LARGEST = 1 << 24;
/** Lines that are enough. */
const LINES = 8;
/** A compressed table in an archive is usual, more is not. */
const MAX_DEPTH = 3;

/** The start of a file, unpacked, up to the end of a line. */
export interface Head {
  readonly kind: Kind;
  readonly source: ByteSource;
  /** The file has nothing behind it. */
  readonly isWhole: boolean;
  /** It was unpacked from an archive. */
  readonly isPacked: boolean;
}

/** The start of a text; null for a file whose first rows cannot be had without reading the whole. */
export async function headOf(source: ByteSource, options: ReadingOptions): Promise<Head | null> {
  return headAt(source, options, 0);
}

async function headAt(source: ByteSource, options: ReadingOptions, depth: number): Promise<Head | null> {
  const kind = depth === 0 && options.kind !== undefined ? options.kind : await identify(source);
  if (kind === "csv") return textHead(source);
  const blocks = depth < MAX_DEPTH ? await unpacked(source, kind, options) : null;
  return blocks === null ? null : packedHead(source.name, blocks, options, depth);
}

async function unpacked(source: ByteSource, kind: Kind, { entry }: ReadingOptions): Promise<AsyncIterable<Uint8Array> | null> {
  if (kind === "gzip") return new Gunzip(source).blocks();
  if (kind !== "zip") return null;
  const { entries } = await openArchive(source);
  const chosen = entries.length === 1 ? entries[0] : entries.find(({ name }) => name === entry);
  return chosen === undefined ? null : zipEntryBytes(source, chosen);
}

async function textHead(source: ByteSource): Promise<Head> {
  for (let size = USUAL; ; size *= 4) {
    const bytes = await source.read(0, Math.min(size, source.size));
    const isWhole = bytes.length === source.size;
    if (isWhole || size >= LARGEST || linesIn(bytes) >= LINES) {
      return { kind: "csv", source: cut(source.name, bytes, isWhole), isWhole, isPacked: false };
    }
  }
}

async function packedHead(
  name: string,
  blocks: AsyncIterable<Uint8Array>,
  options: ReadingOptions,
  depth: number,
): Promise<Head | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let lines = 0;
  let isWhole = true;
  for await (const block of blocks) {
    // What comes out of an archive may be used again for the next block.
    parts.push(block.slice());
    length += block.length;
    lines += linesIn(block);
    if (length < LARGEST && (length < USUAL || lines < LINES)) continue;
    isWhole = false;
    break;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const inner = await headAt(memorySource(name, bytes), options, depth + 1);
  return inner === null
    ? null
    : { ...inner, source: cut(name, bytes, isWhole), isWhole: inner.isWhole && isWhole, isPacked: true };
}

/** Up to the last line that is whole: what is behind it may be half of a number. */
function cut(name: string, bytes: Uint8Array, isWhole: boolean): ByteSource {
  return memorySource(name, isWhole ? bytes : bytes.subarray(0, lastLineEnd(bytes)));
}

function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: async (start, end) => bytes.subarray(start, end), close() {} };
}

function lastLineEnd(bytes: Uint8Array): number {
  const { encoding } = sniffEncoding(bytes, false);
  // Of UTF-16's two bytes the zero comes behind the line feed, or before it.
  const behind = encoding === "utf-16le" ? 2 : 1;
  for (let at = bytes.length - 1; at >= 0; at--) {
    const byte = bytes[at];
    if (byte !== lineFeed && byte !== carriageReturn) continue;
    if (encoding === "utf-16le" && (at % 2 !== 0 || bytes[at + 1] !== 0)) continue;
    if (encoding === "utf-16be" && (at % 2 !== 1 || bytes[at - 1] !== 0)) continue;
    return Math.min(bytes.length, at + behind);
  }
  return bytes.length;
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = 0; at < bytes.length && lines < LINES; at++) {
    if (bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] !== lineFeed)) lines++;
  }
  return lines;
}
