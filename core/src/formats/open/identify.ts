import { FormatError } from "../../errors.ts";
import type { ByteSource } from "../byte-source.ts";
import { sniffEncoding } from "../csv/sniff/encoding.ts";
import { binaryKind } from "../csv/sniff/signature.ts";
import { decoderOf } from "../encoding/decoder.ts";
import { startsAsGzip } from "../gzip/header.ts";
import { looksLikeJson } from "../json/looks-like-json.ts";
import { startsAsNpy } from "../npy/preamble.ts";
import { openArchive } from "../zip/archive.ts";
import type { Kind } from "./kind.ts";

/** Bytes that are looked at. */
const SAMPLE_BYTES = 1 << 16;

const PARQUET = [0x50, 0x41, 0x52, 0x31] as const;
/** The first entry of an archive, or the end of one that has none. */
const ZIP_STARTS = [
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
] as const;

/**
 * What a file is, by its first bytes, and by the directory where it is an archive. Its name says nothing.
 *
 * @throws {FormatError} it is of a kind that is no data: an image, a document, a program; or a damaged archive.
 */
export async function identify(source: ByteSource): Promise<Kind> {
  const sample = await source.read(0, Math.min(SAMPLE_BYTES, source.size));
  const starts = (bytes: readonly number[]): boolean => bytes.every((byte, k) => sample[k] === byte);
  if (startsAsNpy(sample)) return "npy";
  if (starts(PARQUET)) return "parquet";
  if (startsAsGzip(sample)) return "gzip";
  if (ZIP_STARTS.some(starts)) return (await openArchive(source)).kind;
  return textKind(source.name, sample, sample.length === source.size);
}

function textKind(name: string, sample: Uint8Array, whole: boolean): Kind {
  const { encoding, markLength } = sniffEncoding(sample, whole);
  const wide = encoding.startsWith("utf-16");
  const kind = wide ? null : binaryKind(sample);
  if (kind !== null) {
    throw new FormatError(`${name} is not a table: it looks like ${kind}. Choose a file with rows of data.`, { byte: 0 });
  }
  // A copy: the browser's decoder refuses bytes in shared memory.
  const text = decoderOf(encoding).decode(sample.slice(markLength), { stream: !whole });
  if (/^\s*(?:(?:np|numpy)\.)?array\s*\(/u.test(text)) return "literal";
  return looksLikeJson(text, whole) ? "json" : "csv";
}
