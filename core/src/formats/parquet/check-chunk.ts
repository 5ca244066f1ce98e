import type { ColumnMetaData, Compressors, SchemaElement } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { compressors, decompressZstd } from "hyparquet-compressors";
import { FormatError } from "../../errors.ts";
import { type PageCheck, pageCheck } from "./check-page.ts";

/** Pages that people have are about 1 MB, a few up to the size of a row group. In bytes. */
const ALWAYS_TAKEN = 1 << 26;
/** Deflate's limit; what other codecs make more of is within `ALWAYS_TAKEN`. */
const MAX_RATIO = 1032;

/**
 * Walks the pages of a column chunk before they are read, for the library believes their headers: what they claim must fit the
 * chunk, its rows, and its bytes.
 *
 * @param bytes the chunk @param start its place in the file @param rows of its row group
 * @returns the decompressors that the library shall read this chunk with: they check what comes out of them, page by page.
 * @throws {FormatError} a page claims what cannot be; with the byte.
 * @throws {RangeError} as `pageCheck`
 */
export function checkChunk(
  bytes: Uint8Array,
  start: number,
  column: ColumnMetaData,
  element: SchemaElement,
  rows: number,
): Compressors {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  const checks: PageCheck[] = [];
  let values = 0;
  while (reader.offset < bytes.length - 1 && values < rows) {
    const at = start + reader.offset;
    const header = parquetHeader(reader);
    const { compressed_page_size: packed, uncompressed_page_size: size } = header;
    const fits = packed >= 0 && reader.offset + packed <= bytes.length;
    const most = Math.max(ALWAYS_TAKEN, MAX_RATIO * packed);
    const wrongSize = column.codec === "UNCOMPRESSED" && size !== packed;
    if (!fits || !(size >= 0 && size <= most) || wrongSize) throw wrong(`claims ${size} bytes from ${packed}`, at);
    const page = bytes.subarray(reader.offset, reader.offset + packed);
    reader.offset += packed;
    const dictionary = header.dictionary_page_header?.num_values;
    if (dictionary !== undefined && !(dictionary >= 0 && dictionary <= size)) throw wrong(`claims ${dictionary} values`, at);
    const count = (header.data_page_header ?? header.data_page_header_v2)?.num_values ?? 0;
    if (!(count >= 0 && values + count <= rows))
      throw wrong(`claims ${count} values, and the rows have ${rows - values} more`, at);
    values += count;
    const check = pageCheck(header, page, column, element);
    if (check === null) continue;
    const levels = header.data_page_header_v2;
    const before = levels === undefined ? 0 : levels.repetition_levels_byte_length + levels.definition_levels_byte_length;
    if (column.codec === "UNCOMPRESSED") check(page.subarray(before));
    else checks.push(check);
  }
  if (values !== rows) throw wrong(`and those before it hold ${values} values for ${rows} rows`, start);
  return checking(checks);
}

/** The decompressors, each of which takes the pages in their order. */
function checking(checks: readonly PageCheck[]): Compressors {
  let next = 0;
  const known: Compressors = { ...compressors, ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length)) };
  return Object.fromEntries(
    Object.entries(known).map(([codec, decompress]) => [
      codec,
      (input: Uint8Array, length: number): Uint8Array => {
        const unpacked = decompress(input, length);
        checks[next++]?.(unpacked);
        return unpacked;
      },
    ]),
  );
}

function wrong(what: string, byte: number): FormatError {
  return new FormatError(`A page of the Parquet file ${what} (byte ${byte}).`, { byte });
}
