import { argmax, argmin, empty, free, nanargmin, reshape, slice, transpose } from "@argscope/core";
import { NdArray } from "@argscope/core/array/ndarray.ts";
import { makePlan } from "@argscope/core/reduce/plan.ts";
import { reduceByReference } from "@argscope/core/reduce/reference.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const dtypes = ["float64", "float32", "int64", "uint8", "float16", "datetime64[s]"] as const;

/** Few different values, so that ties are everywhere, and NaN and infinities among the floats. */
function filled(shape: readonly number[], dtype: (typeof dtypes)[number], seed: number): NdArray {
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

function expected(operation: "argmin" | "argmax", skipNan: boolean, a: NdArray, axis: number | null): number[] {
  const plan = makePlan(operation, skipNan, a, axis);
  const result = new Float64Array(plan.lanes);
  reduceByReference(plan, result);
  return [...result];
}

const layout = fc.record({
  shape: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 3 }),
  order: fc.infiniteStream(fc.nat(1000)),
  steps: fc.array(fc.constantFrom("::", "::-1", "::2", "1:"), { minLength: 4, maxLength: 4 }),
  broadcast: fc.boolean(),
  seed: fc.nat(),
});

describe("an array that does not lie in the order of its dimensions", () => {
  for (const dtype of dtypes) {
    test(`answers as the reference does: ${dtype}, transposed, reversed, stepped and repeated`, () => {
      fc.assert(
        fc.property(layout, ({ shape, order, steps, broadcast, seed }) => {
          const lengths = [...shape, Math.ceil(6000 / shape.reduce((product, length) => product * length, 1))];
          const block = filled(lengths, dtype, seed);
          try {
            const axes = lengths.map((_, k) => [order.next().value ?? 0, k] as const).sort(([a], [b]) => a - b);
            const turned = transpose(
              slice(block, lengths.map((_, k) => steps[k] ?? ":").join(", ")),
              axes.map(([, k]) => k),
            );
            const view = broadcast ? repeated(turned) : turned;
            if (view.size === 0) return;
            for (const axis of [null, ...view.shape.keys()]) {
              expect([...argmin(view, axis).data]).toEqual(expected("argmin", false, view, axis));
              expect([...argmax(view, axis).data]).toEqual(expected("argmax", false, view, axis));
              const skipped = expected("argmin", true, view, axis);
              if (!skipped.includes(-1)) expect([...nanargmin(view, axis).data]).toEqual(skipped);
            }
          } finally {
            free(block);
          }
        }),
        { numRuns: 25 },
      );
    });
  }

  test("of equal elements the first in the order of the view wins, wherever it lies in memory", () => {
    const block = filled([64, 80, 3], "float64", 1);
    (block.data as Float64Array).fill(5);
    const view = transpose(block);
    for (const [row, column, depth] of [
      [2, 70, 1],
      [0, 79, 63],
      [1, 3, 40],
    ] as const) {
      (block.data as Float64Array)[depth * 240 + column * 3 + row] = -1;
    }
    expect(argmin(view).toNested()).toBe(0 * 80 * 64 + 79 * 64 + 63);
    free(block);
  });

  test("one element that is repeated 2^51 times is looked at once", () => {
    const block = filled([1], "float64", 1);
    const view = new NdArray("float64", [2 ** 31, 2 ** 20], [0, 0], 0, block.data);
    expect(argmin(view).toNested()).toBe(0);
    (block.data as Float64Array)[0] = Number.NaN;
    expect(argmin(view).toNested()).toBe(0);
    expect(() => nanargmin(view)).toThrow("All-NaN slice encountered");
    free(block);
  });

  test("a reshaped transpose is a copy in C order, and answers like one", () => {
    const block = filled([100, 60], "float64", 3);
    const copy = reshape(transpose(block), [-1]);
    expect(argmin(copy).toNested()).toBe(argmin(transpose(block)).toNested());
    free(copy);
    free(block);
  });
});

/** Every element three times, along a dimension of stride 0 in the middle. */
function repeated(a: NdArray): NdArray {
  const at = Math.floor(a.ndim / 2);
  return new NdArray(a.dtype, a.shape.toSpliced(at, 0, 3), a.strides.toSpliced(at, 0, 0), a.offset, a.data);
}
