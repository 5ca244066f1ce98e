import { type NdArray, readCsv, slice, type Table } from "@argscope/core";
import type { Control } from "@argscope/core/contract/worker.ts";
import { UnsupportedError } from "@argscope/core/errors.ts";
import type { ByteSource } from "@argscope/core/formats/byte-source.ts";
import { parseArrayLiteral } from "@argscope/core/formats/literal/array-literal.ts";
import { openNpy } from "@argscope/core/formats/npy/open-npy.ts";
import { type NpzFile, openNpz } from "@argscope/core/formats/npz/open-npz.ts";
import type { Reading, RowRange } from "../command/request.ts";
import { UsageError } from "../command/usage-error.ts";
import { type Holding, holdingOf } from "./format.ts";
import { checkOptions, csvOptions } from "./reading-options.ts";

/** What a source became. */
export type Content = ArrayContent | TableContent;

export interface ArrayContent {
  readonly kind: "array";
  readonly array: NdArray;
}

export interface TableContent {
  readonly kind: "table";
  readonly table: Table;
  /** The file, for the cells' own text. */
  readonly source: ByteSource;
}

/** @throws {UsageError} the options do not suit what the file holds. */
export async function readContent(source: ByteSource, reading: Reading, control: Control): Promise<Content> {
  const holding = await holdingOf(source);
  checkOptions(reading, holding, source.name);
  if (holding === "table") {
    return { kind: "table", table: await readCsv(source, { ...csvOptions(reading), control }), source };
  }
  return { kind: "array", array: await readArray(holding, source, reading, control) };
}

async function readArray(
  holding: Exclude<Holding, "table">,
  source: ByteSource,
  { array, rows }: Reading,
  control: Control,
): Promise<NdArray> {
  switch (holding) {
    case "npy": {
      const file = await openNpy(source);
      const [length] = file.shape;
      if (rows === undefined || length === undefined) return rowsOf(await file.read(0, length ?? 0, control), rows);
      return file.read(Math.min(rows.start, length), Math.min(rows.stop ?? length, length), control);
    }
    case "npz": {
      const file = await openNpz(source);
      return rowsOf(await file.read(array ?? onlyName(file, source.name), control), rows);
    }
    case "literal": {
      const bytes = await source.read(0, source.size);
      return rowsOf(parseArrayLiteral(new TextDecoder().decode(bytes)), rows);
    }
  }
}

/** @throws {UsageError} there are several arrays to choose from. */
function onlyName({ names }: NpzFile, archive: string): string {
  const [only, ...others] = names;
  if (only === undefined) throw new UnsupportedError(`${archive} is a ZIP archive without any .npy array in it.`);
  if (others.length > 0)
    throw new UsageError(`${archive} has ${names.length} arrays: choose with --array ${names.join(" | ")}.`);
  return only;
}

function rowsOf(array: NdArray, rows: RowRange | undefined): NdArray {
  return rows === undefined ? array : slice(array, `${rows.start}:${rows.stop ?? ""}`);
}
