import { itemsizeOf } from "../../array/element.ts";
import type { NdArray } from "../../array/ndarray.ts";
import { elementBlocks } from "./element-blocks.ts";
import { npyFront } from "./header-text.ts";
import { memoryOrder } from "./order.ts";

/**
 * An array as the bytes of an .npy file, exactly those that `numpy.save` writes for the same array: little endian, Fortran
 * order where the elements lie so, C order for everything else, the oldest version that can hold the header. Indices (intp)
 * are int64. The result is ordinary memory, outside the engine.
 *
 * @see numpy/lib/_format_impl.py, write_array
 */
export function writeNpy(a: NdArray): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(npySize(a));
  let at = 0;
  for (const block of writeNpyBlocks(a)) {
    bytes.set(block, at);
    at += block.length;
  }
  return bytes;
}

/** As `writeNpy`, in blocks of about 1 MiB, for arrays that are large: no second copy of the whole is made. */
export function* writeNpyBlocks(a: NdArray): Generator<Uint8Array<ArrayBuffer>> {
  yield frontOf(a);
  yield* elementBlocks(a);
}

/** Bytes that the .npy file of an array has. */
export function npySize(a: NdArray): number {
  return frontOf(a).length + a.size * itemsizeOf(a.dtype);
}

function frontOf(a: NdArray): Uint8Array<ArrayBuffer> {
  return npyFront(a.dtype, a.shape, memoryOrder(a.shape, a.strides) === "F");
}
