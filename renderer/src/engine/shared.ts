import type { Dtype } from "@argscope/core/array/dtype.ts";
import { elementOf, viewOf } from "@argscope/core/array/element.ts";
import { NdArray } from "@argscope/core/array/ndarray.ts";
import type { SharedArray, SharedText } from "@argscope/core/contract/worker.ts";

/** A shared block as an array: the worker's own bytes, nothing is copied. */
export function arrayOf(shared: SharedArray): NdArray {
  const { shape, strides, offset, buffer, byteOffset, length } = shared;
  // The engine keeps indices as Int32 wherever they fit.
  if (shared.dtype === "intp" && shared.itemsize === 4) {
    return new NdArray("intp", shape, strides, offset, new Int32Array(buffer, byteOffset, length));
  }
  const element = elementOf(shared.dtype as Dtype);
  // `length` counts the numbers of the block, not its elements.
  const data = viewOf(element, buffer, byteOffset, length / element.numbers);
  return new NdArray(shared.dtype as Dtype, shape, strides, offset, data);
}

/** Reads one cell of a column of text. */
export interface TextReader {
  readonly name: string;
  text(row: number): string;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export function textOf(shared: SharedText): TextReader {
  const bytes = arrayOf(shared.bytes).data as Uint8Array;
  const ends = arrayOf(shared.ends).data as Float64Array;
  return {
    name: shared.name,
    text(row) {
      const start = row === 0 ? 0 : (ends[row - 1] ?? 0);
      // TextDecoder refuses shared memory: the few bytes of one cell are copied.
      return decoder.decode(bytes.slice(start, ends[row] ?? start));
    },
  };
}
