import fc from "fast-check";
import type { Dtype } from "../../../src/array/dtype.ts";
import { elementOf } from "../../../src/array/element.ts";
import { empty } from "../../../src/array/empty.ts";
import type { NdArray } from "../../../src/array/ndarray.ts";
import { slice } from "../../../src/array/slice.ts";
import { transpose } from "../../../src/array/transpose.ts";

const dtypes: readonly Dtype[] = [
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
  "datetime64[25s]",
  "timedelta64[ns]",
  "timedelta64",
  "str1",
  "str5",
  "bytes3",
  "void4",
  // No padding: NumPy copies records by their fields, and leaves in between what was there.
  "[('x', '<f8'), ('v', '|V3'), ('n', '|i1', (2, 2))]",
];

/** Fills an array with bits that are an element of its dtype, taken from a simple generator of numbers. */
function fill(a: NdArray, seed: number): void {
  const { kind } = elementOf(a.dtype);
  const { buffer, byteOffset, byteLength } = a.data;
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let state = seed | 1;
  for (let k = 0; k < bytes.length; k++) {
    state = Math.imul(state, 1664525) + 1013904223;
    const byte = state >>> 24;
    if (kind === "bool") bytes[k] = byte & 1;
    else if (kind === "str") bytes[k] = k % 4 < 2 ? byte : 0;
    else bytes[k] = byte;
  }
}

/** Arrays of every dtype, up to four dimensions, with random bits; also transposed, and with every other element. */
export const arrays: fc.Arbitrary<NdArray> = fc
  .record({
    dtype: fc.constantFrom(...dtypes),
    shape: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
    seed: fc.integer(),
    view: fc.constantFrom("whole", "transposed", "every other", "reversed"),
  })
  .map(({ dtype, shape, seed, view }) => {
    const a = empty(shape, dtype);
    fill(a, seed);
    if (view === "transposed") return transpose(a);
    if (view === "whole" || shape.length === 0) return a;
    return slice(a, view === "reversed" ? "::-1" : "..., ::2");
  });
