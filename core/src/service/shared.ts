import type { NdArray } from "../array/ndarray.ts";
import type { SharedArray, SharedText } from "../contract/worker.ts";
import type { TextColumn } from "../table/text-column.ts";

/** An array as it crosses to the page: the same bytes, and how to walk them. */
export function sharedArray(a: NdArray): SharedArray {
  const { dtype, shape, strides, offset, data } = a;
  return {
    dtype,
    shape,
    strides,
    offset,
    buffer: data.buffer,
    byteOffset: data.byteOffset,
    length: data.length,
    itemsize: data.BYTES_PER_ELEMENT,
  };
}

export function sharedText(column: TextColumn): SharedText {
  return { name: column.name, rows: column.rows, bytes: sharedArray(column.bytes), ends: sharedArray(column.ends) };
}
