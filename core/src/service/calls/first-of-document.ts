import { NdArray } from "../../array/ndarray.ts";
import type { Control } from "../../contract/worker.ts";
import type { ByteSource } from "../../formats/byte-source.ts";
import { identify } from "../../formats/open/identify.ts";
import { type Manner, type Reading, readingOf } from "../reading.ts";

/** More than any screen shows. */
const ROWS = 200;

/**
 * The first rows of a worksheet, a JSON or a Parquet file as a reading of its own. Null where they cannot be had without reading
 * the whole, or say too little.
 */
export async function firstOfDocument(source: ByteSource, manner: Manner, control: Control): Promise<Reading | null> {
  const { firstData } = await import("../../formats/open/first-data.ts");
  const kind = manner.options.kind ?? (await identify(source));
  const data = await firstData(source, kind, { ...manner.options, control }, ROWS);
  if (data === null || data.kind === "choice") return null;
  const reading = readingOf(data, source, { ...manner, format: data.format, picks: [] });
  const { array } = reading;
  const [rows = 0, ...rest] = array.shape;
  if (rows === 0 || rest[0] === 0) {
    reading.release();
    return null;
  }
  return {
    ...reading,
    array: new NdArray(array.dtype, [Math.min(ROWS, rows), ...rest], array.strides, array.offset, array.data),
  };
}
