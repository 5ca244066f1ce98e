import { type Dtype, NdArray, slice } from "@argscope/core";
import { itemsizeOf } from "@argscope/core/array/element.ts";
import { sizeOf } from "@argscope/core/array/strides.ts";
import type { Control } from "@argscope/core/contract/worker.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { openNpy } from "@argscope/core/formats/npy/open-npy.ts";
import { MAGIC, startsAsNpy } from "@argscope/core/formats/npy/preamble.ts";
import { named } from "@argscope/core/formats/open/naming.ts";
import type { RowRange } from "@argscope/core/table/row-range.ts";
import type { InfoRequest, Reading } from "../command/request.ts";
import { type ArrayInfo, type FileInfo, infoText, type TableInfo } from "../write/info.ts";
import { utf8Blocks } from "../write/text-blocks.ts";
import { openContent, type TableContent } from "./content.ts";
import { checkOptions } from "./reading-options.ts";

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
  const { name } = source;
  const head = await source.read(0, Math.min(MAGIC.length, source.size));
  if (startsAsNpy(head)) {
    checkOptions(reading, { name, outer: "npy", kind: "npy", isTable: false });
    return arrayInfo(name, await named(name, openNpy(source)), reading, []);
  }
  const content = await openContent(source, reading, control);
  if (content.kind === "choice") return { name, kind: "choice", of: content.of, choices: content.choices };
  // The rows of an array are taken already.
  if (content.kind === "array") return arrayInfo(name, content.array, { file: reading.file }, content.sentences);
  return tableInfo(name, content);
}

function arrayInfo(
  name: string,
  found: { dtype: Dtype; shape: readonly number[] },
  { rows }: Reading,
  decided: readonly string[],
): ArrayInfo {
  const { dtype } = found;
  const shape = rows === undefined ? found.shape : shapeOfRows(found.shape, rows);
  return { name, kind: "array", dtype, shape, nbytes: sizeOf(shape) * itemsizeOf(dtype), decided };
}

/** The shape that a choice of rows leaves; there need be no elements for it. */
function shapeOfRows(shape: readonly number[], { start, stop }: RowRange): readonly number[] {
  const still = shape.map(() => 0);
  return slice(new NdArray("bool", shape, still, 0, new Uint8Array(0)), `${start}:${stop ?? ""}`).shape;
}

function tableInfo(name: string, { table, sentences }: TableContent): TableInfo {
  const { dtype, shape } = table.block();
  return {
    name,
    kind: "table",
    dtype,
    shape,
    columns: table.columns.map((column) => ({ name: column.name, dtype: column.dtype, missing: column.missing })),
    decided: sentences,
    receipt: table.receipt,
  };
}
