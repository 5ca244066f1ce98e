import { parquetHeader } from "hyparquet/src/column.js";
import type { ByteSource } from "../byte-source.ts";

/** What is read at first, in bytes: a page or a few. */
const FIRST_READ = 1 << 17;

/** The first pages of a column chunk. */
export interface ChunkHead {
  readonly bytes: Uint8Array;
  /** That its data pages claim to hold. */
  readonly values: number;
}

/**
 * As many of a chunk's first pages as hold the wanted rows, without reading those behind them. What the pages claim is not
 * checked here.
 *
 * @param start @param end of the chunk in the file @param rows that are wanted
 * @returns null where that takes the whole chunk
 */
export async function chunkHead(source: ByteSource, start: number, end: number, rows: number): Promise<ChunkHead | null> {
  for (let size = FIRST_READ; size < end - start; size *= 4) {
    const bytes = await source.read(start, start + size);
    const head = pagesWithin(bytes, rows);
    if (head !== null) return head;
  }
  return null;
}

function pagesWithin(bytes: Uint8Array, rows: number): ChunkHead | null {
  // A copy: the bytes may lie in shared memory, or be the file's own.
  const copy = Uint8Array.from(bytes);
  const reader = { view: new DataView(copy.buffer), offset: 0 };
  let values = 0;
  while (values < rows) {
    const count = nextPage(reader);
    if (count === null || reader.offset > copy.length) return null;
    values += count;
  }
  return { bytes: copy.subarray(0, reader.offset), values };
}

/** Passes a page over. @returns how many values it claims; null where its header is not whole, or claims what cannot be */
function nextPage(reader: { view: DataView<ArrayBuffer>; offset: number }): number | null {
  try {
    const { data_page_header: first, data_page_header_v2: second, compressed_page_size: size } = parquetHeader(reader);
    const count = (first ?? second)?.num_values ?? 0;
    if (!(size >= 0 && count >= 0)) return null;
    reader.offset += size;
    return count;
  } catch {
    return null;
  }
}
