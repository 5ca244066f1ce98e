import { describe, expect, it } from "vitest";
import { fromNested } from "../../src/array/from-nested.ts";
import { NdArray } from "../../src/array/ndarray.ts";
import type { ScaleReach } from "../../src/contract/scaling.ts";
import { finiteRange } from "../../src/order/finite-range.ts";

function range(cells: NdArray, reach: ScaleReach): number[][] {
  const { low, high } = finiteRange(cells, reach);
  return [Array.from(low.data as Float64Array), Array.from(high.data as Float64Array)];
}

const { NaN: nan, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minus } = Number;

describe("the range of a colour scale", () => {
  const cells = fromNested([
    [1, nan, 5],
    [minus, nan, 7],
    [3, inf, -2],
  ]);

  it("reaches over all finite numbers: NaN and infinities never spoil it", () => {
    expect(range(cells, "all")).toEqual([[-2], [7]]);
  });

  it("reaches over each column or row by itself", () => {
    expect(range(cells, "columns")).toEqual([
      [1, inf, -2],
      [3, minus, 7],
    ]);
    expect(range(cells, "rows")).toEqual([
      [1, 7, -2],
      [5, 7, 3],
    ]);
  });

  it("takes integers and dates as numbers, NaT as none", () => {
    expect(range(fromNested([[5n, -3n]], "int64"), "all")).toEqual([[-3], [5]]);
    const days = new NdArray("datetime64[D]", [1, 2], [2, 1], 0, BigInt64Array.of(-(2n ** 63n), 9n));
    expect(range(days, "all")).toEqual([[9], [9]]);
  });

  it("refuses text", () => {
    expect(() => range(fromNested([["a"]]), "all")).toThrow("have no place on a scale of colours");
  });
});
