import type { Dtype } from "../array/dtype.ts";
import { elementOf, viewOf } from "../array/element.ts";
import { NdArray } from "../array/ndarray.ts";
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

/** A shared block as an array: the same bytes, nothing is copied. */
export function receivedArray(shared: SharedArray): NdArray {
  const { shape, strides, offset, buffer, byteOffset, length } = shared;
  const dtype = shared.dtype as Dtype;
  // The engine keeps indices as Int32 wherever they fit.
  if (dtype === "intp" && shared.itemsize === 4) {
    return new NdArray(dtype, shape, strides, offset, new Int32Array(buffer, byteOffset, length));
  }
  const element = elementOf(dtype);
  // `length` counts the numbers of the block, not its elements.
  return new NdArray(dtype, shape, strides, offset, viewOf(element, buffer, byteOffset, length / element.numbers));
}

export function sharedText(column: TextColumn): SharedText {
  return { name: column.name, rows: column.rows, bytes: sharedArray(column.bytes), ends: sharedArray(column.ends) };
}
