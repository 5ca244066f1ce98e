import type { ByteSource } from "../byte-source.ts";
import { sniffEncoding } from "../csv/sniff/encoding.ts";
import { jsonHead } from "../json/json-head.ts";
import type { Data } from "./data.ts";
import type { Kind } from "./kind.ts";
import type { OpenOptions } from "./options.ts";

/** The start of a JSON file in which its first rows are looked for, in bytes. */
const HEAD_BYTES = 1 << 20;

/**
 * The first rows of a file that is no CSV and no plain array, without reading the whole: about as many as are wanted, of those
 * that the options choose. Types and widths are theirs: the whole may have others.
 *
 * @returns null where the format keeps its first rows anywhere
 * @throws what `openData` throws; a part may look wrong where the whole does not
 */
export async function firstData(source: ByteSource, kind: Kind, options: OpenOptions, rows: number): Promise<Data | null> {
  switch (kind) {
    case "json":
      return jsonStart(source, options, rows);
    case "parquet":
      return (await import("../parquet/open-parquet.ts")).openParquet(source, {
        ...options,
        rows: firstOf(options.rows, rows),
      });
    case "xlsx":
      return sheetStart(source, options);
    default:
      return null;
  }
}

/** Of several worksheets the first. */
async function sheetStart(source: ByteSource, options: OpenOptions): Promise<Data | null> {
  const { openXlsxStart } = await import("../xlsx/open-xlsx.ts");
  const data = await openXlsxStart(source, options);
  if (data.kind !== "choice") return data;
  const [sheet] = data.choices;
  return sheet === undefined ? null : openXlsxStart(source, { ...options, sheet: sheet.name });
}

async function jsonStart(source: ByteSource, options: OpenOptions, rows: number): Promise<Data | null> {
  const bytes = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const { plain, markLength } = sniffEncoding(bytes, bytes.length === source.size, options.encoding);
  const skipped = options.rows?.start ?? 0;
  const head = plain ? jsonHead(bytes.slice(markLength), skipped + rows) : null;
  if (head === null) return null;
  const part = { name: source.name, size: head.length, read: async (start: number, end: number) => head.subarray(start, end) };
  const { openJson } = await import("../json/open-json.ts");
  return openJson({ ...part, close() {} }, options);
}

/** The first rows of a range. */
function firstOf(range: OpenOptions["rows"], rows: number): NonNullable<OpenOptions["rows"]> {
  const { start, stop } = range ?? { start: 0, stop: null };
  return { start, stop: Math.min(start + rows, stop ?? Infinity) };
}
