import { free } from "../../array/empty.ts";
import { InternalError } from "../../errors.ts";
import type { ByteSource } from "../byte-source.ts";
import { readCsvFile, receiptSentences } from "../csv/index.ts";
import { openNpy } from "../npy/open-npy.ts";
import type { Data } from "./data.ts";
import { identify } from "./identify.ts";
import type { Kind } from "./kind.ts";
import { named } from "./naming.ts";
import type { OpenOptions } from "./options.ts";

/** Archives in archives are opened so deep: a gzipped table in a ZIP archive is usual, more is not. */
const MAX_DEPTH = 3;

/**
 * Opens any file that Argscope reads, as a table or an array; or says what there is to choose from, where it holds several.
 * The content decides what it is. Every format but CSV and .npy is loaded when it is first met.
 *
 * The source is not closed; a table may go on reading it through `text`.
 *
 * @throws {FormatError} it is no data, or damaged; with the place.
 * @throws {UnsupportedError} it holds what Argscope does not take.
 * @throws {ValueError} its lists are ragged.
 * @throws {IndexError} it has nothing of the name that was asked for.
 * @throws {CapacityError} it needs more memory than there is.
 * @throws {CancelledError} `options.control` said so.
 * All of them name the file; nothing is held then.
 */
export async function openData(source: ByteSource, options: OpenOptions = {}): Promise<Data> {
  return openAt(source, options, 0);
}

async function openAt(source: ByteSource, options: OpenOptions, depth: number): Promise<Data> {
  const { kind: chosen, ...rest } = options;
  const opening = async (): Promise<Data> => openAs(chosen ?? (await identify(source)), source, rest, depth);
  return named(source.name, opening());
}

async function openAs(kind: Kind, source: ByteSource, options: OpenOptions, depth: number): Promise<Data> {
  const next = (inner: ByteSource, innerOptions: OpenOptions): Promise<Data> => openAt(inner, innerOptions, depth + 1);
  switch (kind) {
    case "csv":
      return openCsv(source, options);
    case "npy":
      return openArray(source, options);
    case "json":
      return (await import("./text-data.ts")).openText(source, options);
    case "literal":
      return (await import("./text-data.ts")).openLiteral(source);
    case "npz":
      return (await import("./npz-data.ts")).openArrays(source, options);
    case "xlsx":
      return (await import("../xlsx/open-xlsx.ts")).openXlsx(source, options);
    case "parquet":
      return (await import("../parquet/open-parquet.ts")).openParquet(source, options);
    case "gzip":
    case "zip": {
      const packed = await import("./packed-data.ts");
      if (depth === MAX_DEPTH) throw packed.tooDeep(source);
      return kind === "gzip" ? packed.openGzip(source, options, next) : packed.openZip(source, options, next);
    }
    default:
      throw new InternalError(`There is no format "${kind satisfies never}".`);
  }
}

async function openCsv(source: ByteSource, options: OpenOptions): Promise<Data> {
  const { table, text } = await readCsvFile(source, options);
  const sentences = receiptSentences(table.receipt);
  return { kind: "table", format: "csv", table, text, sentences, release: () => table.free() };
}

async function openArray(source: ByteSource, { control }: OpenOptions): Promise<Data> {
  const file = await openNpy(source);
  const array = await file.read(undefined, undefined, control);
  return { kind: "array", format: "npy", array, sentences: [], release: () => free(array) };
}
