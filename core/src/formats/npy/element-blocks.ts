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

/**
 * Copies `count` elements, which start at `position` of the array and are `stride` apart, to the `to`-th place of a block and
 * those after it.
 */
type Copy = (to: number, position: number, stride: number, count: number) => void;
/** Makes a `Copy` into the block at `target`. */
type Copier = (target: ArrayBufferLike) => Copy;

/** The elements in C order, through the strides. */
function* gathered(a: NdArray, itemsize: number, copier: Copier): Generator<Uint8Array<ArrayBuffer>> {
  const perBlock = Math.max(1, Math.floor(BLOCK_BYTES / itemsize));
  const block = new Uint8Array(Math.min(perBlock, a.size) * itemsize);
  const copy = copier(block.buffer);
  const length = a.shape.at(-1) ?? 1;
  const stride = a.strides.at(-1) ?? 0;
  let filled = 0;
  for (const start of lineStarts(a)) {
    for (let k = 0, count = 0; k < length; k += count) {
      count = Math.min(length - k, perBlock - filled);
      copy(filled, start + k * stride, stride, count);
      filled += count;
      if (filled < perBlock) continue;
      yield block.slice();
      filled = 0;
    }
  }
  if (filled > 0) yield block.slice(0, filled * itemsize);
}

/** Where the lines along the last axis start in `data`, in C order. */
function* lineStarts({ shape, strides, offset }: NdArray): Generator<number> {
  const outer = shape.slice(0, -1);
  const index = outer.map(() => 0);
  let start = offset;
  for (let axis = 0; axis >= 0; ) {
    yield start;
    for (axis = outer.length - 1; axis >= 0; axis--) {
      const next = (index[axis] as number) + 1;
      start += strides[axis] as number;
      index[axis] = next;
      if (next < (outer[axis] as number)) break;
      // This axis is through: back to its start, and one on in the axis before it.
      start -= next * (strides[axis] as number);
      index[axis] = 0;
    }
  }
}

function indexCopier({ data }: NdArray): Copier {
  return (target) => {
    const out = new BigInt64Array(target);
    return (to, position, stride, count) => {
      for (let k = 0; k < count; k++) out[to + k] = BigInt(data[position + k * stride] as number);
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
    return (to, position, stride, count) => {
      if (stride === 1) {
        out.set(source.subarray(position * units, (position + count) * units), to * units);
        return;
      }
      for (let k = 0; k < count; k++) {
        const from = (position + k * stride) * units;
        for (let u = 0; u < units; u++) out[(to + k) * units + u] = source[from + u] as number;
      }
    };
  };
}

function unitsOf(buffer: ArrayBufferLike, start: number, length: number, unit: number): Uint8Array | Uint16Array | Uint32Array {
  if (unit === 1) return new Uint8Array(buffer, start, length);
  return unit === 2 ? new Uint16Array(buffer, start, length / 2) : new Uint32Array(buffer, start, length / 4);
}
