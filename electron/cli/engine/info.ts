import { type Dtype, NdArray, slice, type Table } from "@argscope/core";
import { itemsizeOf } from "@argscope/core/array/element.ts";
import { sizeOf } from "@argscope/core/array/strides.ts";
import type { Control } from "@argscope/core/contract/worker.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { receiptSentences } from "@argscope/core/formats/csv/index.ts";
import { openNpy } from "@argscope/core/formats/npy/open-npy.ts";
import { openNpz } from "@argscope/core/formats/npz/open-npz.ts";
import type { InfoRequest, Reading } from "../command/request.ts";
import { type ArrayInfo, type FileInfo, infoText, type TableInfo } from "../write/info.ts";
import { utf8Blocks } from "../write/text-blocks.ts";
import { readContent } from "./content.ts";
import { holdingOf } from "./format.ts";
import { checkOptions } from "./reading-options.ts";
import { chosenColumns } from "./table-subject.ts";

/** Says what a file holds. A table is read to its end; of stored arrays only the headers are. */
export async function* info(
  source: ByteSource,
  { reading, format }: InfoRequest,
  control: Control,
): AsyncGenerator<Uint8Array> {
  const found = await inspect(source, reading, control);
  yield* utf8Blocks([format === "json" ? `${JSON.stringify(found, null, 2)}\n` : infoText(found)]);
}

async function inspect(source: ByteSource, reading: Reading, control: Control): Promise<FileInfo> {
  const holding = await holdingOf(source);
  if (holding === "npy") {
    checkOptions(reading, holding, source.name);
    return arrayInfo(source.name, await openNpy(source), reading);
  }
  if (holding === "npz") {
    checkOptions(reading, holding, source.name);
    return inspectArchive(source, reading);
  }
  const content = await readContent(source, reading, control);
  // The rows are taken already.
  if (content.kind === "array") return arrayInfo(source.name, content.array, { file: reading.file });
  return tableInfo(source.name, content.table, reading);
}

async function inspectArchive(source: ByteSource, reading: Reading): Promise<FileInfo> {
  const file = await openNpz(source);
  if (reading.array !== undefined) return arrayInfo(reading.array, await file.describe(reading.array), reading);
  const arrays: ArrayInfo[] = [];
  for (const name of file.names) arrays.push(arrayInfo(name, await file.describe(name), reading));
  return { name: source.name, kind: "archive", arrays };
}

function arrayInfo(name: string, found: { dtype: Dtype; shape: readonly number[] }, { rows }: Reading): ArrayInfo {
  const { dtype } = found;
  const shape = rows === undefined ? found.shape : shapeOfRows(found.shape, `${rows.start}:${rows.stop ?? ""}`);
  return { name, kind: "array", dtype, shape, nbytes: sizeOf(shape) * itemsizeOf(dtype) };
}

/** The shape that an index leaves; there need be no elements for it. */
function shapeOfRows(shape: readonly number[], index: string): readonly number[] {
  const still = shape.map(() => 0);
  return slice(new NdArray("bool", shape, still, 0, new Uint8Array(0)), index).shape;
}

function tableInfo(name: string, table: Table, reading: Reading): TableInfo {
  const columns = chosenColumns(table, reading);
  const numbers = columns.filter(({ dtype }) => dtype !== "text").length;
  const shape = [table.rowCount, numbers];
  return {
    name,
    kind: "table",
    dtype: table.block().dtype,
    shape: reading.rows === undefined ? shape : shapeOfRows(shape, `${reading.rows.start}:${reading.rows.stop ?? ""}`),
    columns: columns.map((column) => ({ name: column.name, dtype: column.dtype, missing: column.missing })),
    decided: receiptSentences(table.receipt),
    receipt: table.receipt,
  };
}
