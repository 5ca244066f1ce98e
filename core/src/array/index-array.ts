import { allocate } from "../memory/engine-memory.ts";
import { NdArray } from "./ndarray.ts";
import { rowMajorStrides, sizeOf } from "./strides.ts";

/** An array of indices, in C order from the start of its data. */
export type IndexArray = NdArray & { readonly data: Int32Array | Float64Array };

/** Up to this many indices live on JavaScript's own heap: nobody has to free the answer of a small call. */
const SMALL = 1024;

/**
 * Room for indices, dtype intp: int32 where every possible index fits, else float64, which holds integers up to 2^53.
 *
 * @param bound above every index.
 * @throws {CapacityError} the memory cannot be had.
 */
export function makeIndexArray(shape: readonly number[], bound: number): IndexArray {
  const data = makeIndices(sizeOf(shape), bound <= 2 ** 31 ? Int32Array : Float64Array);
  return new NdArray("intp", shape, rowMajorStrides(shape), 0, data) as IndexArray;
}

interface IndicesConstructor {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): Int32Array | Float64Array;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): Int32Array | Float64Array;
}

function makeIndices(size: number, Indices: IndicesConstructor): Int32Array | Float64Array {
  if (size <= SMALL) return new Indices(size);
  const block = allocate(size * Indices.BYTES_PER_ELEMENT);
  return new Indices(block.memory.buffer, block.byteOffset, size);
}
