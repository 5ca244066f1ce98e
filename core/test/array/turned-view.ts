import { empty, slice, transpose } from "@argscope/core";
import { NdArray } from "@argscope/core/array/ndarray.ts";
import fc from "fast-check";

/** One of each kind that compares in its own way, or has kernels of its own. */
export const tiedDtypes = ["float64", "float32", "int64", "uint8", "float16", "datetime64[s]"] as const;

type TiedDtype = (typeof tiedDtypes)[number];

/** Few different values, so that ties are everywhere, and NaN and infinities among the floats. */
export function filled(shape: readonly number[], dtype: TiedDtype, seed: number): NdArray {
  const a = empty(shape, dtype);
  const data = a.data as { length: number } & (Float64Array | BigInt64Array);
  let x = seed | 1;
  for (let k = 0; k < data.length; k++) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    const value = x >>> 20;
    if (data instanceof BigInt64Array) data[k] = value === 7 ? -(2n ** 63n) : BigInt(value - 2048);
    else if (dtype === "uint8") data[k] = value % 251;
    else if (dtype === "float16") data[k] = value === 7 ? 0x7e00 : value;
    else data[k] = value === 7 ? Number.NaN : value === 8 ? Number.POSITIVE_INFINITY : value - 2048;
  }
  return a;
}

/** What `turnedView` makes of a block. */
export const layouts = fc.record({
  shape: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 3 }),
  order: fc.infiniteStream(fc.nat(1000)),
  steps: fc.array(fc.constantFrom("::", "::-1", "::2", "1:"), { minLength: 4, maxLength: 4 }),
  broadcast: fc.boolean(),
  seed: fc.nat(),
});

export type Layout = typeof layouts extends fc.Arbitrary<infer T> ? T : never;

/**
 * A view of a block that is transposed, stepped through, reversed or repeated, as the layout says. It may be empty.
 *
 * @param elements  of the block, about.
 */
export function turnedView(
  { shape, order, steps, broadcast, seed }: Layout,
  dtype: TiedDtype,
  elements: number,
): { block: NdArray; view: NdArray } {
  const lengths = [...shape, Math.ceil(elements / shape.reduce((product, length) => product * length, 1))];
  const block = filled(lengths, dtype, seed);
  const axes = lengths.map((_, k) => [order.next().value ?? 0, k] as const).sort(([a], [b]) => a - b);
  const turned = transpose(
    slice(block, lengths.map((_, k) => steps[k] ?? ":").join(", ")),
    axes.map(([, k]) => k),
  );
  return { block, view: broadcast ? repeated(turned) : turned };
}

/** Every element three times, along a dimension of stride 0 in the middle. */
function repeated(a: NdArray): NdArray {
  const at = Math.floor(a.ndim / 2);
  return new NdArray(a.dtype, a.shape.toSpliced(at, 0, 3), a.strides.toSpliced(at, 0, 0), a.offset, a.data);
}
