import fc from "fast-check";
import { expect } from "vitest";
import { fromNested } from "../../src/array/from-nested.ts";
import type { NdArray } from "../../src/array/ndarray.ts";
import { numpyText } from "../../src/export/numpy-text.ts";
import { writeNpy } from "../../src/formats/npy/write-npy.ts";
import { arrays } from "../formats/npy/arbitrary.ts";
import { live, seed, withNumpy } from "../formats/npy/live.ts";

/** Numbers of a size, for of random bits alone almost all arrays are shown with exponents. */
const numbers = fc.oneof(
  fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 9 }))
    .map(([k, digits]) => k / 10 ** digits),
  fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: -40, max: 10 }))
    .map(([k, power]) => k * 2 ** power),
  fc.double({ min: 0.99, max: 1.01 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0),
);

const floats: fc.Arbitrary<NdArray> = fc
  .tuple(fc.constantFrom("float64" as const, "float32" as const, "float16" as const), fc.array(numbers, { maxLength: 20 }))
  .map(([dtype, values]) => fromNested(values, dtype));

/** Random bits make no text that could be sent back: it may be half a pair of UTF-16. */
const others = arrays.filter((a) => !a.dtype.startsWith("[") && !a.dtype.startsWith("str"));

withNumpy("numpyText writes what NumPy prints, for 3,000 random arrays", () => {
  const sample = fc.sample(fc.oneof({ weight: 3, arbitrary: floats }, others), { seed: seed(), numRuns: 3000 });
  const printed = live(
    ["print"],
    sample.map((a) => writeNpy(a)),
  );
  expect(printed).toHaveLength(sample.length);
  for (const [k, a] of sample.entries()) expect(numpyText(a)).toBe(printed[k]?.toString());
});
