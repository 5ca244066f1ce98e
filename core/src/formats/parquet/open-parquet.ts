import type { FileMetaData } from "hyparquet";
import { parquetMetadataAsync, parquetSchema } from "hyparquet/src/metadata.js";
import { FormatError, UnsupportedError } from "../../errors.ts";
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
import { readValues } from "./column-values.ts";
import { columnsOf, type ParquetColumn, withOwnTypes } from "./columns.ts";
import { exactBuffer, understood } from "./library-call.ts";

/** Rows in one row group: as many as the usual writers put into one at most. */
const MAX_GROUP_ROWS = 2 ** 26;
const MAX_ROWS = 2 ** 31;

/** A column that is read, and what it becomes. */
interface PlannedColumn extends ParquetColumn {
  readonly plan: ColumnPlan;
}

/**
 * Opens a Parquet file as a table: integers, floats and decimals are numbers, everything else with one value a row is text,
 * dates, times of day and intervals in ISO 8601. Columns that are not chosen, row groups without a chosen row and pages behind
 * the last one are not read. Columns of lists and structs are passed over, and the sentences say so.
 *
 * @throws {FormatError} it is no Parquet file, or damaged.
 * @throws {UnsupportedError} it is encrypted, has more rows than are taken, or no column with one value a row.
 * @throws {CapacityError} the table needs more memory than there is.
 */
export async function openParquet(source: ByteSource, options: OpenOptions): Promise<Data> {
  const file = {
    byteLength: source.size,
    slice: async (start: number, end = source.size) => exactBuffer(await source.read(start, Math.min(end, source.size))),
  };
  const metadata = await understood(source, 0, () => parquetMetadataAsync(file, { geoparquet: false }));
  const { columns, nested } = await understood(source, 0, async () => columnsOf(parquetSchema(metadata)));
  if (columns.length === 0 && nested.length > 0) throw onlyNested(source.name, nested);
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
    const plain = withOwnTypes(metadata);
    let first = 0;
    for (const [group, rows] of groups.entries()) {
      const from = Math.max(start, first);
      const to = Math.min(stop, first + rows);
      for (const [at, column] of from < to ? chosen.entries() : []) {
        const values = await readValues(source, plain, { group, first, rows, wanted: to - first }, column);
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
    const sentences = [...typedSentences(table.receipt, (row) => `row ${start + row}`), ...passed];
    return { kind: "table", format: "parquet", table, text: null, sentences, release: () => table.free() };
  } catch (error) {
    builder.release();
    throw error;
  }
}

function onlyNested(name: string, nested: readonly string[]): UnsupportedError {
  const columns = nested.length === 1 ? `its only column, "${nested[0]}", holds` : `all ${nested.length} columns hold`;
  return new UnsupportedError(
    `${name} has no column with one value a row: ${columns} lists or structs. Write them as columns first.`,
  );
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
