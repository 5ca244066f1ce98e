import type { ColumnMetaData, FileMetaData } from "hyparquet";
import { parquetMetadataAsync, parquetSchema } from "hyparquet/src/metadata.js";
import { parquetReadColumn } from "hyparquet/src/read.js";
import { ArgscopeError, FormatError, UnsupportedError } from "../../errors.ts";
import { chosenColumns } from "../../table/choose-columns.ts";
import { labelRules } from "../../table/label-kind.ts";
import { rowsWithin } from "../../table/row-range.ts";
import { type ColumnPlan, TableBuilder } from "../../table/table-builder.ts";
import { typedSentences } from "../../table/typed-sentences.ts";
import type { ByteSource } from "../byte-source.ts";
import { usualMissing } from "../csv/options.ts";
import { columnNames } from "../csv/sniff/names.ts";
import { Task } from "../csv/task.ts";
import type { Data } from "../open/data.ts";
import type { OpenOptions } from "../open/options.ts";
import { checkChunk } from "./check-chunk.ts";
import { columnsOf, isoParsers, type ParquetColumn, withoutDecimals } from "./columns.ts";

/** Rows in one row group: as many as the usual writers put into one at most. */
const MAX_GROUP_ROWS = 2 ** 26;
const MAX_ROWS = 2 ** 31;

/** A column that is read, and what it becomes. */
interface PlannedColumn extends ParquetColumn {
  readonly plan: ColumnPlan;
}

/**
 * Opens a Parquet file as a table: integers, floats and decimals are numbers, everything else with one value a row is text,
 * dates in ISO 8601. Columns that are not chosen and row groups without a chosen row are not read. Columns of lists and structs are passed over, and the sentences say so.
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
  const { start, stop } = rowsWithin(
    options.rows,
    groups.reduce((sum, rows) => sum + rows, 0),
  );
  const chosen = plannedColumns(columns, options);
  const task = new Task(options.control);
  const builder = new TableBuilder(
    chosen.map(({ plan }) => plan),
    stop - start,
  );
  try {
    const plain = withoutDecimals(metadata);
    let first = 0;
    for (const [group, rows] of groups.entries()) {
      const from = Math.max(start, first);
      const to = Math.min(stop, first + rows);
      for (const [at, column] of from < to ? chosen.entries() : []) {
        const values = await readValues(source, plain, group, column, first, rows);
        for (let row = from; row < to; row++) fill(builder, at, column, row - start, values[row - first]);
        await task.step(group * chosen.length + at + 1, groups.length * chosen.length);
      }
      first += rows;
    }
    const table = builder.finish({
      rules: labelRules(options.missing ?? usualMissing, options.dates),
      broken: [],
      rowRange: options.rows ?? null,
      skippedColumns: columns.length - chosen.length,
    });
    const passed = nested.map((name) => `Column "${name}" holds lists or structs, and was passed over.`);
    const sentences = [...typedSentences(table.receipt, (row) => `row ${start + row + 1}`), ...passed];
    return { kind: "table", format: "parquet", table, text: null, sentences, release: () => table.free() };
  } catch (error) {
    builder.release();
    throw error;
  }
}

function plannedColumns(columns: readonly ParquetColumn[], options: OpenOptions): PlannedColumn[] {
  const headings = columns.map(({ name }) => name);
  const names = columnNames(headings, headings.length, headings.length);
  const kept = chosenColumns(names, options);
  return columns.flatMap((column, index) => {
    const { name, heading } = names[index] ?? { name: column.name, heading: column.name };
    const kind = name === options.indexCol ? "text" : column.kind;
    return kept[index] === true ? [{ ...column, plan: { name, heading, index, kind } }] : [];
  });
}

function fill(builder: TableBuilder, at: number, { plan, cell }: PlannedColumn, row: number, value: unknown): void {
  const found = cell(value);
  if (plan.kind === "text") builder.addText(at, found === null ? null : String(found));
  else builder.setNumber(row, at, typeof found === "number" || typeof found === "bigint" ? found : null);
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
