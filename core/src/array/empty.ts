import { ValueError } from "../errors.ts";
import { allocate, blockOf, release } from "../memory/engine-memory.ts";
import type { Dtype } from "./dtype.ts";
import { elementOf, itemsizeOf, viewOf } from "./element.ts";
import { NdArray } from "./ndarray.ts";
import { asShape } from "./shape.ts";
import { rowMajorStrides, sizeOf } from "./strides.ts";

/**
 * A new array in engine memory, in C order. Its contents are whatever was there.
 *
 * @throws {ValueError} a negative length, more than 64 dimensions, or more bytes than an address can count.
 * @throws {CapacityError} the memory cannot be had.
 */
export function empty(shape: readonly number[] | number, dtype: Dtype): NdArray {
  const element = elementOf(dtype);
  const lengths = asShape(shape);
  checkLengths(lengths, itemsizeOf(dtype));
  const size = sizeOf(lengths);
  const byteLength = size * itemsizeOf(dtype);
  if (byteLength === 0) return new NdArray(dtype, lengths, rowMajorStrides(lengths), 0, new element.Array(0));
  const block = allocate(byteLength);
  return new NdArray(dtype, lengths, rowMajorStrides(lengths), 0, viewOf(element, block.memory.buffer, block.byteOffset, size));
}

/**
 * Gives the block of `a` back, for later arrays to use. Every view of the same block is gone with it: none may be touched
 * afterwards. An array outside engine memory is left to the garbage collector.
 */
export function free(a: NdArray): void {
  const block = blockOf(a.data);
  // A second call must not free the later array that has the block by then.
  if (block === undefined || freed.has(a.data)) return;
  freed.add(a.data);
  release(block);
}

const freed = new WeakSet<NdArray["data"]>();

// NumPy leaves zero lengths out of the product, so an empty array may be too big as well (ctors.c, PyArray_NewFromDescr_int).
function checkLengths(lengths: readonly number[], itemsize: number): void {
  let bytes = BigInt(Math.max(itemsize, 1));
  for (const length of lengths) {
    if (length < 0) throw new ValueError("negative dimensions are not allowed");
    if (length > 0) bytes *= BigInt(length);
    if (bytes >= 2n ** 63n) {
      throw new ValueError("array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.");
    }
  }
}
