import { argmax, argmin, free, nanargmin, reshape, transpose } from "@argscope/core";
import { NdArray } from "@argscope/core/array/ndarray.ts";
import { makePlan } from "@argscope/core/reduce/plan.ts";
import { reduceByReference } from "@argscope/core/reduce/reference.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filled, layouts, tiedDtypes, turnedView } from "../array/turned-view.ts";

function expected(operation: "argmin" | "argmax", skipNan: boolean, a: NdArray, axis: number | null): number[] {
  const plan = makePlan(operation, skipNan, a, axis);
  const result = new Float64Array(plan.lanes);
  reduceByReference(plan, result);
  return [...result];
}

describe("an array that does not lie in the order of its dimensions", () => {
  for (const dtype of tiedDtypes) {
    test(`answers as the reference does: ${dtype}, transposed, reversed, stepped and repeated`, () => {
      fc.assert(
        fc.property(layouts, (layout) => {
          const { block, view } = turnedView(layout, dtype, 6000);
          try {
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
