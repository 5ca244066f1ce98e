import { ValueError } from "../../errors.ts";
import * as zip from "./zip-records.ts";

/** A file that is to stand in an archive. */
export interface ZipFile {
  readonly name: string;
  /** Bytes of the content. */
  readonly size: number;
  readonly crc: number;
  blocks(): Iterable<Uint8Array<ArrayBuffer>>;
}

/** 1980-01-01, the first day that ZIP knows; zipfile's default, and it keeps equal content equal. */
const DATE = (1 << 5) | 1;

/** Versions of the format that a reader must know: plain, and with Zip64. */
const PLAIN = 20;
const WITH_ZIP64 = 45;

/**
 * An archive of stored files, block by block. Sizes and offsets of 4 GiB and more, and more than 65,534 files, are written as
 * Zip64; what does not need it is written without.
 *
 * @throws {ValueError} a name is longer than the format has room for.
 */
export function* zipBlocks(files: Iterable<ZipFile>): Generator<Uint8Array<ArrayBuffer>> {
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const file of files) {
    const name = new TextEncoder().encode(file.name);
    if (name.length > 0xffff) throw new ValueError("A name in an archive has at most 65535 bytes.");
    const header = localHeader(file, name);
    yield header;
    yield* file.blocks();
    directory.push(centralHeader(file, name, at));
    at += header.length + file.size;
  }
  yield* directory;
  yield endRecords(
    directory.length,
    directory.reduce((sum, header) => sum + header.length, 0),
    at,
  );
}

function localHeader(file: ZipFile, name: Uint8Array): Uint8Array<ArrayBuffer> {
  const extra = file.size >= zip.IN_ZIP64_32 ? zip64Extra([file.size, file.size]) : new Uint8Array(0);
  const bytes = new Uint8Array(zip.LOCAL_HEADER.bytes + name.length + extra.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, zip.LOCAL_HEADER.signature, true);
  common(view, 4, file, name.length, extra.length);
  bytes.set(name, zip.LOCAL_HEADER.bytes);
  bytes.set(extra, zip.LOCAL_HEADER.bytes + name.length);
  return bytes;
}

function centralHeader(file: ZipFile, name: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  const wide = [...(file.size >= zip.IN_ZIP64_32 ? [file.size, file.size] : []), ...(at >= zip.IN_ZIP64_32 ? [at] : [])];
  const extra = zip64Extra(wide);
  const bytes = new Uint8Array(zip.CENTRAL_HEADER.bytes + name.length + extra.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, zip.CENTRAL_HEADER.signature, true);
  view.setUint16(4, wide.length > 0 ? WITH_ZIP64 : PLAIN, true);
  common(view, 6, file, name.length, extra.length);
  if (at >= zip.IN_ZIP64_32) view.setUint16(6, WITH_ZIP64, true);
  view.setUint32(42, Math.min(at, zip.IN_ZIP64_32), true);
  bytes.set(name, zip.CENTRAL_HEADER.bytes);
  bytes.set(extra, zip.CENTRAL_HEADER.bytes + name.length);
  return bytes;
}

/** What both headers of a file say in the same order: from the version needed to the length of the extra field. */
function common(view: DataView, at: number, { name, size, crc }: ZipFile, nameLength: number, extraLength: number): void {
  view.setUint16(at, size >= zip.IN_ZIP64_32 ? WITH_ZIP64 : PLAIN, true);
  view.setUint16(at + 2, /^[\0-\x7f]*$/.test(name) ? 0 : zip.FLAG_UTF8, true);
  view.setUint16(at + 4, zip.STORED, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, Math.min(size, zip.IN_ZIP64_32), true);
  view.setUint32(at + 18, Math.min(size, zip.IN_ZIP64_32), true);
  view.setUint16(at + 22, nameLength, true);
  view.setUint16(at + 24, extraLength, true);
}

function zip64Extra(numbers: readonly number[]): Uint8Array {
  if (numbers.length === 0) return new Uint8Array(0);
  const bytes = new Uint8Array(4 + 8 * numbers.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, zip.ZIP64_EXTRA, true);
  view.setUint16(2, 8 * numbers.length, true);
  for (const [k, number] of numbers.entries()) view.setBigUint64(4 + 8 * k, BigInt(number), true);
  return bytes;
}

/** The end of an archive with `entries` files, whose directory of `length` bytes starts at `at`. */
export function endRecords(entries: number, length: number, at: number): Uint8Array<ArrayBuffer> {
  const isWide = entries >= zip.IN_ZIP64_16 || length >= zip.IN_ZIP64_32 || at >= zip.IN_ZIP64_32;
  const wideBytes = isWide ? zip.END64.bytes + zip.END64_LOCATOR.bytes : 0;
  const view = new DataView(new ArrayBuffer(wideBytes + zip.END.bytes));
  if (isWide) {
    view.setUint32(0, zip.END64.signature, true);
    view.setBigUint64(4, BigInt(zip.END64.bytes - 12), true);
    view.setUint16(12, WITH_ZIP64, true);
    view.setUint16(14, WITH_ZIP64, true);
    view.setBigUint64(24, BigInt(entries), true);
    view.setBigUint64(32, BigInt(entries), true);
    view.setBigUint64(40, BigInt(length), true);
    view.setBigUint64(48, BigInt(at), true);
    view.setUint32(zip.END64.bytes, zip.END64_LOCATOR.signature, true);
    view.setBigUint64(zip.END64.bytes + 8, BigInt(at + length), true);
    view.setUint32(zip.END64.bytes + 16, 1, true);
  }
  view.setUint32(wideBytes, zip.END.signature, true);
  view.setUint16(wideBytes + 8, Math.min(entries, zip.IN_ZIP64_16), true);
  view.setUint16(wideBytes + 10, Math.min(entries, zip.IN_ZIP64_16), true);
  view.setUint32(wideBytes + 12, Math.min(length, zip.IN_ZIP64_32), true);
  view.setUint32(wideBytes + 16, Math.min(at, zip.IN_ZIP64_32), true);
  return new Uint8Array(view.buffer);
}
