import type { Dtype } from "../../src/array/dtype.ts";
import { elementOf } from "../../src/array/element.ts";
import type { Random } from "./random.ts";
import { fillRandom } from "./random-values.ts";

const DTYPES: readonly Dtype[] = [
  "bool",
  "int8",
  "int16",
  "int32",
  "int64",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
  "float16",
  "float32",
  "float64",
  "complex64",
  "complex128",
  "datetime64[D]",
  "timedelta64[ns]",
  "str3",
  "bytes3",
];

/** An array in any layout, with its block as the corpus writes it. */
export interface RandomArray {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly bytes: string;
}

/** A random array: dtype, values, 0 to 5 dimensions, any order of dimensions in memory, steps either way, broadcast. */
export function randomArray(random: Random, dtype: Dtype = random.pick(DTYPES)): RandomArray {
  const shape = randomShape(random);
  const { strides, offset, length } = randomLayout(random, shape);
  const element = elementOf(dtype);
  const data = new element.Array(length * element.numbers);
  fillRandom(random, element.kind, data);
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("base64");
  return { dtype, shape, strides, offset, bytes };
}

function randomShape(random: Random): number[] {
  const ndim = random.pick([0, 1, 1, 2, 2, 2, 3, 3, 4, 5]);
  const shape = Array.from({ length: ndim }, () => random.integer(1, ndim > 3 ? 4 : 9));
  // Now and then a dimension long enough for every path of a kernel, or none at all.
  if (ndim > 0 && ndim < 4 && random.oneIn(4)) shape[random.integer(0, ndim - 1)] = random.integer(10, ndim === 1 ? 3000 : 300);
  if (ndim === 1 && random.oneIn(50)) shape[0] = random.integer(3000, 20_000);
  if (ndim > 0 && random.oneIn(40)) shape[random.integer(0, ndim - 1)] = 0;
  return shape;
}

function randomLayout(random: Random, shape: readonly number[]): { strides: number[]; offset: number; length: number } {
  const strides = new Array<number>(shape.length);
  const axes = shape.map((_, k) => k);
  const plain = random.oneIn(3);
  const order = plain ? axes : random.shuffled(axes);
  let offset = plain ? 0 : random.integer(0, 3);
  let extent = 1;
  for (const k of order.reverse()) {
    const length = shape[k] as number;
    if (!plain && random.oneIn(8)) {
      strides[k] = 0;
      continue;
    }
    const step = plain ? 1 : random.pick([1, 1, 1, 2, 3]);
    const backwards = !plain && random.oneIn(4);
    strides[k] = backwards ? -extent * step : extent * step;
    if (backwards) offset += extent * step * Math.max(length - 1, 0);
    // Some blocks are wider than what is looked at, so that dimensions do not merge.
    extent = extent * Math.max(length, 1) * step + (!plain && random.oneIn(3) ? random.integer(1, 4) : 0);
  }
  return { strides, offset, length: offset + extent + random.integer(0, 2) };
}
