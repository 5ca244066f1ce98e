import { FormatError, UnsupportedError } from "../../errors.ts";
import { blocksBetween, type RangeSource } from "../npy/row-ranges.ts";
import { crc32 } from "./crc32.ts";
import { inflate } from "./inflate.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { DEFLATED, LOCAL_HEADER, STORED } from "./zip-records.ts";

/**
 * The content of a file in an archive, block by block. What really comes out is counted and checksummed: one byte more than the
 * directory claims ends the reading, and so does one less or another checksum.
 *
 * @throws {FormatError} the archive lied, or is damaged; with the byte.
 * @throws {UnsupportedError} an encrypted file, or a compression that is neither stored nor deflate.
 */
export async function* zipEntryBytes(source: RangeSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw new UnsupportedError(`"${entry.name}" is encrypted.`);
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new UnsupportedError(`"${entry.name}" is compressed by method ${entry.method}; Argscope takes stored and deflate.`);
  }
  const start = await dataStart(source, entry);
  const raw = blocksBetween(source, start, start + entry.compressedSize);
  let size = 0;
  let crc = 0;
  for await (const block of entry.method === STORED ? raw : inflate(raw, start)) {
    size += block.length;
    if (size > entry.size) throw wrong(entry, `holds more than the ${entry.size} bytes that the directory claims`);
    crc = crc32(block, crc);
    yield block;
  }
  if (size !== entry.size) throw wrong(entry, `holds ${size} bytes, and the directory claims ${entry.size}`);
  if (crc !== entry.crc) throw wrong(entry, "is damaged: its checksum is another");
}

/** Where the data starts: after the local header, which repeats the name and may have other extra fields. */
async function dataStart(source: RangeSource, entry: ZipEntry): Promise<number> {
  const header = await source.read(entry.start, entry.start + LOCAL_HEADER.bytes);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(0, true) !== LOCAL_HEADER.signature || view.getUint16(8, true) !== entry.method) {
    throw wrong(entry, "is not where the directory says");
  }
  const start = entry.start + LOCAL_HEADER.bytes + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.compressedSize > entry.limit) throw wrong(entry, "overlaps with what follows it");
  return start;
}

function wrong({ name, start }: ZipEntry, what: string): FormatError {
  return new FormatError(`"${name}" in the archive ${what} (byte ${start}).`, { byte: start });
}
