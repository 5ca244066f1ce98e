import { free } from "../array/empty.ts";
import { NdArray } from "../array/ndarray.ts";
import type { Control } from "../contract/worker.ts";
import type { ByteSource } from "../formats/byte-source.ts";
import { openNpy } from "../formats/npy/open-npy.ts";
import type { ArrayData } from "../formats/open/data.ts";
import { identify } from "../formats/open/identify.ts";
import { openData } from "../formats/open/open-data.ts";
import { headOf } from "./head.ts";
import { type Manner, type Reading, readingOf } from "./reading.ts";

/** More than any screen shows. */
const ROWS = 200;
/** Rows that are longer together take too long to come. In bytes. */
const MOST_BYTES = 1 << 24;

/**
 * The first rows of a file as a reading of its own, without reading what is behind them. Types and widths are those of the first
 * rows: the whole may have others.
 *
 * Null where the first rows cannot be had so: the format keeps them anywhere, or they say too little.
 */
export async function firstRows(source: ByteSource, manner: Manner, control: Control): Promise<Reading | null> {
  const head = await headOf(source, manner.options);
  if (head === null) return (await identify(source)) === "npy" ? firstOfArray(source, manner, control) : null;
  const data = await openData(head.source, { ...manner.options, kind: head.kind, control });
  if (data.kind === "choice") return null;
  const reading = readingOf(data, source, { ...manner, format: data.format, picks: [] });
  const { array } = reading;
  const [rows = 0, ...rest] = array.shape;
  if (rows === 0 || rest[0] === 0) {
    reading.release();
    return null;
  }
  // The last line of a part may be the first of a quoted cell's: it is left out.
  const shown = Math.min(ROWS, head.isWhole ? rows : Math.max(1, rows - 1));
  return { ...reading, array: new NdArray(array.dtype, [shown, ...rest], array.strides, array.offset, array.data) };
}

async function firstOfArray(source: ByteSource, manner: Manner, control: Control): Promise<Reading | null> {
  const file = await openNpy(source);
  const [rows = 0] = file.shape;
  if (rows === 0) return null;
  const rowBytes = file.nbytes / rows;
  // Of more than two dimensions the grid shows one slice.
  const count = Math.min(rows, file.shape.length > 2 ? 1 : ROWS, Math.floor(MOST_BYTES / Math.max(1, rowBytes)));
  // In Fortran order every column is a read of its own.
  if (count === 0 || (file.fortranOrder && file.shape.length > 1)) return null;
  const array = await file.read(0, count, control);
  const data: ArrayData = { kind: "array", format: "npy", array, sentences: [], release: () => free(array) };
  return readingOf(data, source, { ...manner, format: "npy", picks: [] });
}
