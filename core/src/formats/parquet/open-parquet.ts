import type { ColumnMetaData, FileMetaData } from "hyparquet";
import { parquetMetadataAsync, parquetSchema } from "hyparquet/src/metadata.js";
import { parquetReadColumn } from "hyparquet/src/read.js";
import { ArgscopeError, FormatError, UnsupportedError } from "../../errors.ts";
import type { Cell } from "../../table/cell.ts";
import { TableBuilder } from "../../table/table-builder.ts";
import { counted, TypedNotes } from "../../table/typed-notes.ts";
import type { ByteSource } from "../byte-source.ts";
import { Task } from "../csv/task.ts";
import type { Data, OpenOptions } from "../open/data.ts";
import { checkChunk } from "./check-chunk.ts";
import { columnsOf, isoParsers, type ParquetColumn, withoutDecimals } from "./columns.ts";

/** Rows in one row group: as many as the usual writers put into one at most. */
const MAX_GROUP_ROWS = 2 ** 26;
const MAX_ROWS = 2 ** 31;

/**
 * Opens a Parquet file as a table: integers, floats and decimals are numbers, everything else with one value a row is text,
 * dates in ISO 8601. Columns of lists and structs are passed over, and the sentences say so.
 *
 * @throws {FormatError} it is no Parquet file, or damaged.
 * @throws {UnsupportedError} it is encrypted, or has more rows than are taken.
 * @throws {CapacityError} the table needs more memory than there is.
 */
export async function openParquet(source: ByteSource, options: OpenOptions): Promise<Data> {
  const file = {
    byteLength: source.size,
    slice: async (start: number, end = source.size) => exactBuffer(await source.read(start, Math.min(end, source.size))),
  };
  const metadata = await understood(source, 0, () => parquetMetadataAsync(file, { geoparquet: false }));
  const { columns, nested } = await understood(source, 0, async () => columnsOf(parquetSchema(metadata)));
  const groups = groupRows(source.name, metadata);
  const rowCount = groups.reduce((sum, rows) => sum + rows, 0);
  const task = new Task(options.control);
  const notes = new TypedNotes((row) => `row ${row + 1}`);
  const builder = new TableBuilder(
    columns.map(({ name, kind }) => ({ heading: name, kind })),
    rowCount,
  );
  try {
    const plain = withoutDecimals(metadata);
    let start = 0;
    for (const [group, rows] of groups.entries()) {
      for (const [index, column] of columns.entries()) {
        const values = await readValues(source, plain, group, column, start, rows);
        fill(builder, notes, index, column, start, values);
        await task.step(group * columns.length + index + 1, groups.length * columns.length);
      }
      start += rows;
    }
    const table = builder.finish();
    const { numberColumns, textColumns, missing } = table.receipt;
    const shape = `${counted(rowCount, "row")}, ${counted(numberColumns, "column")} of numbers and ${counted(textColumns, "column")} of text.`;
    const passed = nested.map((name) => `Column "${name}" holds lists or structs, and was passed over.`);
    const sentences = [shape, ...notes.sentences(missing), ...passed];
    return { kind: "table", format: "parquet", table, text: null, sentences, release: () => table.free() };
  } catch (error) {
    builder.release();
    throw error;
  }
}

function fill(
  builder: TableBuilder,
  notes: TypedNotes,
  index: number,
  { kind, cell }: ParquetColumn,
  start: number,
  values: ArrayLike<unknown>,
): void {
  for (let k = 0; k < values.length; k++) {
    const value = cell(values[k]);
    if (kind === "text") builder.addText(index, value === null ? null : String(value));
    else builder.setNumber(start + k, index, numberOf(value, start + k, notes), value === null);
  }
}

function numberOf(value: Cell, row: number, notes: TypedNotes): number {
  if (value === null) return Number.NaN;
  const number = Number(value);
  if (typeof value === "bigint" && BigInt(number) !== value) notes.rounded(row);
  return number;
}

/** The rows of each row group; their sum is the file's. */
function groupRows(name: string, { row_groups, num_rows }: FileMetaData): number[] {
  const rows = row_groups.map((group) => Number(group.num_rows));
  const total = rows.reduce((sum, count) => sum + count, 0);
  if (rows.some((count) => !(count >= 0)) || total !== Number(num_rows)) {
    throw new FormatError(`${name} contradicts itself: it claims ${num_rows} rows, and its row groups ${total}.`, { byte: 0 });
  }
  if (total > MAX_ROWS || rows.some((count) => count > MAX_GROUP_ROWS)) {
    throw new UnsupportedError(`${name} has ${total} rows, or more than ${MAX_GROUP_ROWS} in one row group.`);
  }
  return rows;
}

/** One column of one row group. */
async function readValues(
  source: ByteSource,
  metadata: FileMetaData,
  group: number,
  { name, element }: ParquetColumn,
  rowStart: number,
  rows: number,
): Promise<ArrayLike<unknown>> {
  if (rows === 0) return [];
  const column = metadata.row_groups[group]?.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === name)?.meta_data;
  if (column === undefined) throw new FormatError(`${source.name} has no values for column "${name}".`, { byte: 0 });
  const start = Number(firstPage(column));
  const end = start + Number(column.total_compressed_size);
  if (!(start >= 0 && start < end && end <= source.size)) {
    throw new FormatError(`Column "${name}" of ${source.name} is not within the file (byte ${start}).`, { byte: start });
  }
  const bytes = exactBuffer(await source.read(start, end));
  const file = {
    byteLength: source.size,
    slice: async (from: number, to = source.size) => {
      if (from >= start && to <= end) return bytes.slice(from - start, to - start);
      return exactBuffer(await source.read(from, Math.min(to, source.size)));
    },
  };
  return understood(source, start, async () => {
    const compressors = checkChunk(new Uint8Array(bytes), start, column, element, rows);
    const options = { file, metadata, columns: [name], rowStart, rowEnd: rowStart + rows, geoparquet: false, utf8: false };
    const values = await parquetReadColumn({ ...options, compressors, parsers: isoParsers });
    if (values.length === rows) return values;
    throw new FormatError(`Column "${name}" has ${values.length} values for ${rows} rows (byte ${start}).`, { byte: start });
  });
}

function firstPage({ dictionary_page_offset, data_page_offset }: ColumnMetaData): bigint {
  const dictionary = dictionary_page_offset ?? 0n;
  return dictionary > 0n && dictionary < data_page_offset ? dictionary : data_page_offset;
}

/** Whatever the library throws is about the bytes: it gets nothing else. Reading them may fail by itself. */
async function understood<T>({ name }: ByteSource, byte: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ArgscopeError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new FormatError(`${name} is not a Parquet file that can be read: ${why} (byte ${byte}).`, { byte });
  }
}

/** The bytes in an ArrayBuffer of their own. */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
