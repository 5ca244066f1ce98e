import { itemsizeOf } from "../../array/element.ts";
import { NdArray } from "../../array/ndarray.ts";
import { memoryOrder } from "./order.ts";

/** Bytes that are copied out of engine memory at once: a file cannot be written from shared memory itself. */
const BLOCK_BYTES = 1 << 20;

/**
 * The bytes of an array's elements, little endian, in blocks of about 1 MiB with memory of their own: in the order in which
 * they lie where that is C or Fortran order, else in C order. Indices (intp) become int64.
 */
export function* elementBlocks(a: NdArray): Generator<Uint8Array<ArrayBuffer>> {
  const itemsize = itemsizeOf(a.dtype);
  if (a.size === 0 || itemsize === 0) return;
  const order = memoryOrder(a.shape, a.strides);
  if (a.dtype === "intp") {
    yield* gathered(order === "F" ? transposed(a) : a, 8, indexCopier(a));
  } else if (order === null) {
    yield* gathered(a, itemsize, elementCopier(a, itemsize));
  } else {
    const { buffer, byteOffset } = a.data;
    const bytes = new Uint8Array(buffer, byteOffset + a.offset * itemsize, a.size * itemsize);
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES) yield Uint8Array.from(bytes.subarray(at, at + BLOCK_BYTES));
  }
}

function transposed(a: NdArray): NdArray {
  return new NdArray(a.dtype, a.shape.toReversed(), a.strides.toReversed(), a.offset, a.data);
}

/** Copies the element at `position` of the array to the `k`-th place of a block, which starts at `target`. */
type Copier = (target: ArrayBufferLike) => (k: number, position: number) => void;

/** The elements in C order, through the strides. */
function* gathered(a: NdArray, itemsize: number, copier: Copier): Generator<Uint8Array<ArrayBuffer>> {
  const perBlock = Math.max(1, Math.floor(BLOCK_BYTES / itemsize));
  const block = new Uint8Array(Math.min(perBlock, a.size) * itemsize);
  const copy = copier(block.buffer);
  let filled = 0;
  for (const position of positions(a)) {
    copy(filled, position);
    filled += 1;
    if (filled === perBlock) {
      yield block.slice();
      filled = 0;
    }
  }
  if (filled > 0) yield block.slice(0, filled * itemsize);
}

/** Where the elements stand in `data`, in C order. */
function* positions({ shape, strides, offset }: NdArray): Generator<number> {
  const last = shape.length - 1;
  const length = shape[last] ?? 1;
  const stride = strides[last] ?? 0;
  const index = shape.map(() => 0);
  let start = offset;
  for (let axis = 0; axis >= 0; ) {
    for (let k = 0; k < length; k++) yield start + k * stride;
    // The next line along the last axis: carry from the axis before it.
    for (axis = last - 1; axis >= 0; axis--) {
      const next = (index[axis] as number) + 1;
      start += strides[axis] as number;
      index[axis] = next;
      if (next < (shape[axis] as number)) break;
      start -= next * (strides[axis] as number);
      index[axis] = 0;
    }
  }
}

function indexCopier({ data }: NdArray): Copier {
  return (target) => {
    const out = new BigInt64Array(target);
    return (k, position) => {
      out[k] = BigInt(data[position] as number);
    };
  };
}

/** Copies bits, not values: a NaN keeps its payload. */
function elementCopier({ data }: NdArray, itemsize: number): Copier {
  const unit = Math.min(4, data.BYTES_PER_ELEMENT);
  const units = itemsize / unit;
  const source = unitsOf(data.buffer, data.byteOffset, data.byteLength, unit);
  return (target) => {
    const out = unitsOf(target, 0, target.byteLength, unit);
    return (k, position) => {
      for (let u = 0; u < units; u++) out[k * units + u] = source[position * units + u] as number;
    };
  };
}

function unitsOf(buffer: ArrayBufferLike, start: number, length: number, unit: number): Uint8Array | Uint16Array | Uint32Array {
  if (unit === 1) return new Uint8Array(buffer, start, length);
  return unit === 2 ? new Uint16Array(buffer, start, length / 2) : new Uint32Array(buffer, start, length / 4);
}
