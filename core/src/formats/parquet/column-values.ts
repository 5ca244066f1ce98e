import type { ColumnMetaData, FileMetaData } from "hyparquet";
import { parquetReadColumn } from "hyparquet/src/read.js";
import { FormatError } from "../../errors.ts";
import type { ByteSource } from "../byte-source.ts";
import { checkChunk } from "./check-chunk.ts";
import { chunkHead } from "./chunk-head.ts";
import { isoParsers, type ParquetColumn } from "./columns.ts";
import { exactBuffer, understood } from "./library-call.ts";

/** A row group, and how much of it is read. */
export interface GroupPart {
  readonly group: number;
  /** Of the file. */
  readonly first: number;
  readonly rows: number;
  /** Its first rows up to here are wanted. */
  readonly wanted: number;
}

/** One column of one row group, from its first row on: all that are wanted, and a few more. */
export async function readValues(
  source: ByteSource,
  metadata: FileMetaData,
  { group, first, rows, wanted }: GroupPart,
  { name, element }: ParquetColumn,
): Promise<ArrayLike<unknown>> {
  const chunk = metadata.row_groups[group]?.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === name)?.meta_data;
  if (chunk === undefined) throw new FormatError(`${source.name} has no values for column "${name}".`, { byte: 0 });
  const start = Number(firstPage(chunk));
  const whole = start + Number(chunk.total_compressed_size);
  if (!(start >= 0 && start < whole && whole <= source.size)) {
    throw new FormatError(`Column "${name}" of ${source.name} is not within the file (byte ${start}).`, { byte: start });
  }
  const found = wanted < rows ? await chunkHead(source, start, whole, wanted) : null;
  // What claims more than there can be is refused as a whole chunk is.
  const head = found !== null && found.values <= rows ? found : null;
  const bytes = exactBuffer(head?.bytes ?? (await source.read(start, whole)));
  const count = head?.values ?? rows;
  const end = start + bytes.byteLength;
  const file = {
    byteLength: source.size,
    slice: async (from: number, to = source.size) => {
      if (from >= start && to <= end) return bytes.slice(from - start, to - start);
      return exactBuffer(await source.read(from, Math.min(to, source.size)));
    },
  };
  const read =
    head === null ? metadata : withChunk(metadata, group, { ...chunk, total_compressed_size: BigInt(bytes.byteLength) }, count);
  return understood(source, start, async () => {
    const compressors = checkChunk(new Uint8Array(bytes), start, chunk, element, count);
    const options = {
      file,
      metadata: read,
      columns: [name],
      rowStart: first,
      rowEnd: first + count,
      geoparquet: false,
      utf8: false,
    };
    const values = await parquetReadColumn({ ...options, compressors, parsers: isoParsers });
    if (values.length === count) return values;
    throw new FormatError(`Column "${name}" has ${values.length} values for ${count} rows (byte ${start}).`, { byte: start });
  });
}

/** As if the row group had only the rows of a chunk's first pages. */
function withChunk(metadata: FileMetaData, group: number, chunk: ColumnMetaData, rows: number): FileMetaData {
  const [name] = chunk.path_in_schema;
  const short = { ...chunk, num_values: BigInt(rows) };
  return {
    ...metadata,
    row_groups: metadata.row_groups.map((whole, k) => {
      if (k !== group) return whole;
      const columns = whole.columns.map((column) =>
        column.meta_data?.path_in_schema[0] === name ? { ...column, meta_data: short } : column,
      );
      return { ...whole, num_rows: BigInt(rows), columns };
    }),
  };
}

function firstPage({ dictionary_page_offset, data_page_offset }: ColumnMetaData): bigint {
  const dictionary = dictionary_page_offset ?? 0n;
  return dictionary > 0n && dictionary < data_page_offset ? dictionary : data_page_offset;
}
