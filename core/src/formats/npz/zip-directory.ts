import { FormatError } from "../../errors.ts";
import type { RangeSource } from "../npy/row-ranges.ts";
import { readZipEnd } from "./zip-end.ts";
import { zipName } from "./zip-name.ts";
import * as zip from "./zip-records.ts";

/** A file in an archive, as the directory has it. Sizes are the writer's claims, in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the entry starts. */
  readonly start: number;
  /** Where the next entry, or the directory, starts: the data ends before. */
  readonly limit: number;
}

/** More come only from a file made to be slow. */
const MAX_ENTRIES = 65_536;
const MAX_DIRECTORY_BYTES = 1 << 26;
/** Deflate cannot make more of a byte: 258 bytes for 2 bits, at most. */
const MAX_RATIO = 1032;

/**
 * The directory of a ZIP archive. Its numbers are not trusted: entries that overlap, have one name, or claim more than can come
 * out of their bytes are refused here, and whoever reads an entry counts what really comes.
 *
 * @throws {FormatError} the directory breaks a rule; with the byte.
 * @throws {UnsupportedError} an archive of several parts.
 */
export async function readZipDirectory(source: RangeSource): Promise<readonly ZipEntry[]> {
  const end = await readZipEnd(source);
  const length = end.end - end.start;
  if (end.entries > MAX_ENTRIES || length > MAX_DIRECTORY_BYTES) {
    throw new FormatError(`The archive claims ${end.entries} entries; at most ${MAX_ENTRIES} are taken.`, { byte: end.end });
  }
  const directory = await source.read(end.start, end.end);
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const found: Omit<ZipEntry, "limit">[] = [];
  const names = new Set<string>();
  let at = 0;
  for (let k = 0; k < end.entries; k++) {
    const { entry, next } = readEntry(directory, view, at, end.start);
    if (names.has(entry.name)) throw wrong(`The archive has two files named "${entry.name}"`, end.start + at);
    names.add(entry.name);
    found.push(entry);
    at = next;
  }
  if (at !== length) throw wrong("The archive's directory is longer than its entries", end.start + at);
  return withLimits(found, end.start);
}

function readEntry(directory: Uint8Array, view: DataView, at: number, base: number) {
  const fixedEnd = at + zip.CENTRAL_HEADER.bytes;
  if (fixedEnd > view.byteLength || view.getUint32(at, true) !== zip.CENTRAL_HEADER.signature) {
    throw wrong("The archive's directory is damaged", base + at);
  }
  const flags = view.getUint16(at + 8, true);
  const nameEnd = fixedEnd + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw wrong("The archive's directory is damaged", base + at);
  const wide = new WideNumbers(view, nameEnd, extraEnd);
  const size = wide.of(view.getUint32(at + 24, true));
  const compressedSize = wide.of(view.getUint32(at + 20, true));
  const start = wide.of(view.getUint32(at + 42, true));
  if (size === null || compressedSize === null || start === null) throw wrong("A size in the archive is missing", base + at);
  const entry = {
    name: zipName(directory.subarray(fixedEnd, nameEnd), (flags & zip.FLAG_UTF8) !== 0, base + fixedEnd),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & zip.FLAG_ENCRYPTED) !== 0,
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size,
    start,
  };
  const tooMuch = entry.method === zip.DEFLATED && size > compressedSize * MAX_RATIO;
  if (tooMuch || (entry.method === zip.STORED && size !== compressedSize)) {
    throw wrong(`"${entry.name}" claims ${size} bytes from ${compressedSize}, which cannot be`, base + at);
  }
  return { entry, next };
}

/** The 64-bit numbers of an entry, which stand in its Zip64 field in the order in which the short ones say so. */
class WideNumbers {
  readonly #view: DataView;
  #at = 0;
  #end = 0;

  constructor(view: DataView, start: number, end: number) {
    this.#view = view;
    for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
      if (view.getUint16(at, true) !== zip.ZIP64_EXTRA) continue;
      this.#at = at + 4;
      this.#end = Math.min(end, at + 4 + view.getUint16(at + 2, true));
      break;
    }
  }

  /** The number itself, or the next wide one where it says that it has no room; null where that is missing or beyond 2^53. */
  of(short: number): number | null {
    if (short !== zip.IN_ZIP64_32) return short;
    if (this.#at + 8 > this.#end) return null;
    const value = this.#view.getBigUint64(this.#at, true);
    this.#at += 8;
    return value > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(value);
  }
}

/** Gives every entry its limit, and refuses those that reach into the next one. */
function withLimits(found: readonly Omit<ZipEntry, "limit">[], directoryStart: number): ZipEntry[] {
  const starts = found.map((entry) => entry.start).sort((a, b) => a - b);
  const limits = new Map(starts.map((start, k) => [start, starts[k + 1] ?? directoryStart]));
  if (limits.size !== found.length) throw wrong("Two files in the archive overlap", directoryStart);
  return found.map((entry) => {
    const limit = limits.get(entry.start) ?? 0;
    if (entry.start + zip.LOCAL_HEADER.bytes + entry.compressedSize > limit) {
      throw wrong(`"${entry.name}" overlaps with what follows it in the archive`, entry.start);
    }
    return { ...entry, limit };
  });
}

function wrong(what: string, byte: number): FormatError {
  return new FormatError(`${what} (byte ${byte}).`, { byte });
}
