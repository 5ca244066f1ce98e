import { FormatError, UnsupportedError } from "../../errors.ts";
import type { RangeSource } from "../npy/row-ranges.ts";
import { END, END64, END64_LOCATOR, IN_ZIP64_16, IN_ZIP64_32 } from "./zip-records.ts";

/** Where an archive's directory is. Bytes from the start of the file. */
export interface ZipEnd {
  readonly start: number;
  /** The byte after it. */
  readonly end: number;
  readonly entries: number;
}

/** The record, the longest comment after it, and what Zip64 puts before it. */
const TAIL_BYTES = END.bytes + 0xffff + END64_LOCATOR.bytes;

/**
 * Finds the directory of a ZIP archive. It must lie directly before the end records, so that there is one way to read the file.
 *
 * @throws {FormatError} this is no archive, or its end contradicts itself.
 * @throws {UnsupportedError} an archive of several parts.
 */
export async function readZipEnd(source: RangeSource): Promise<ZipEnd> {
  const tailStart = Math.max(0, source.size - TAIL_BYTES);
  const tail = viewOf(await source.read(tailStart, source.size));
  const at = findEnd(tail);
  if (at === -1) {
    const what = "This is not a ZIP archive, or its end is missing: it may be damaged, or not copied whole.";
    throw new FormatError(what, { byte: source.size });
  }
  const endAt = tailStart + at;
  const found = {
    disks: tail.getUint16(at + 4, true) + tail.getUint16(at + 6, true),
    entries: tail.getUint16(at + 10, true),
    length: tail.getUint32(at + 12, true),
    start: tail.getUint32(at + 16, true),
  };
  const locatorAt = at - END64_LOCATOR.bytes;
  const isZip64 = locatorAt >= 0 && tail.getUint32(locatorAt, true) === END64_LOCATOR.signature;
  if (!isZip64) {
    if (found.disks !== 0) throw severalParts();
    return checked({ ...found, recordAt: endAt });
  }
  const recordAt = safe(tail.getBigUint64(locatorAt + 8, true), endAt);
  if (recordAt + END64.bytes > tailStart + locatorAt) throw contradiction(tailStart + locatorAt);
  const record = viewOf(await source.read(recordAt, recordAt + END64.bytes));
  if (record.getUint32(0, true) !== END64.signature) throw contradiction(recordAt);
  if (record.getUint32(16, true) !== 0 || record.getUint32(20, true) !== 0) throw severalParts();
  const wide = {
    entries: safe(record.getBigUint64(32, true), recordAt),
    length: safe(record.getBigUint64(40, true), recordAt),
    start: safe(record.getBigUint64(48, true), recordAt),
  };
  // The short record says the same, or that it has no room to.
  if (
    (found.entries !== IN_ZIP64_16 && found.entries !== wide.entries) ||
    (found.length !== IN_ZIP64_32 && found.length !== wide.length) ||
    (found.start !== IN_ZIP64_32 && found.start !== wide.start)
  ) {
    throw contradiction(endAt);
  }
  return checked({ ...wide, recordAt });
}

/** The last end record whose comment reaches exactly to the end of the file; -1 where there is none. */
function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - END.bytes; at >= 0; at--) {
    if (tail.getUint32(at, true) === END.signature && at + END.bytes + tail.getUint16(at + 20, true) === tail.byteLength)
      return at;
  }
  return -1;
}

function checked(found: { entries: number; length: number; start: number; recordAt: number }): ZipEnd {
  if (found.start + found.length !== found.recordAt) throw contradiction(found.recordAt);
  return { start: found.start, end: found.recordAt, entries: found.entries };
}

function safe(value: bigint, at: number): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw contradiction(at);
  return Number(value);
}

function contradiction(byte: number): FormatError {
  return new FormatError(`The archive's end does not say where its directory is (byte ${byte}).`, { byte });
}

function severalParts(): UnsupportedError {
  return new UnsupportedError("The archive is one of several parts; Argscope takes whole archives.");
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
