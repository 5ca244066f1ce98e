import type { ColumnMetaData } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { FormatError } from "../../errors.ts";

/** Pages that people have are about 1 MB, a few up to the size of a row group. In bytes. */
const ALWAYS_TAKEN = 1 << 26;
/** Deflate's limit; what other codecs make more of is within `ALWAYS_TAKEN`. */
const MAX_RATIO = 1032;

/**
 * Walks the pages of a column chunk before they are read, for the library believes their headers: what they claim must fit the
 * chunk, its rows, and its bytes.
 *
 * @param bytes the chunk @param start its place in the file @param rows of its row group
 * @throws {FormatError} a page claims what cannot be; with the byte.
 */
export function checkChunk(bytes: Uint8Array, start: number, column: ColumnMetaData, rows: number): void {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  let values = 0;
  while (reader.offset < bytes.length - 1 && values < rows) {
    const at = start + reader.offset;
    const header = parquetHeader(reader);
    const { compressed_page_size: packed, uncompressed_page_size: size } = header;
    const fits = packed >= 0 && reader.offset + packed <= bytes.length;
    const most = Math.max(ALWAYS_TAKEN, MAX_RATIO * packed);
    if (!fits || !(size >= 0 && size <= most)) throw wrong(`claims ${size} bytes from ${packed}`, at);
    if (column.codec === "UNCOMPRESSED" && size !== packed) throw wrong(`claims ${size} bytes from ${packed}`, at);
    reader.offset += packed;
    const dictionary = header.dictionary_page_header?.num_values;
    if (dictionary !== undefined && !(dictionary >= 0 && dictionary <= size)) throw wrong(`claims ${dictionary} values`, at);
    const page = header.data_page_header ?? header.data_page_header_v2;
    if (page === undefined) continue;
    if (!(page.num_values >= 0 && values + page.num_values <= rows)) {
      throw wrong(`claims ${page.num_values} values, and the rows have ${rows - values} more`, at);
    }
    values += page.num_values;
  }
  if (values !== rows) throw wrong(`and those before it hold ${values} values for ${rows} rows`, start);
}

function wrong(what: string, byte: number): FormatError {
  return new FormatError(`A page of the Parquet file ${what} (byte ${byte}).`, { byte });
}
