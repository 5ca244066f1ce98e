import { describe, expect, test } from "vitest";
import { broadcastTo } from "../../src/array/broadcast.ts";
import { makeIndexArray } from "../../src/array/index-array.ts";
import { argmin, empty, fromNested, type NdArray, slice, transpose } from "../../src/index.ts";
import { makePlan } from "../../src/reduce/plan.ts";

const a = empty([4, 5, 6], "int8");
const walks = (array: NdArray, axis: number | null) => {
  const { outer, lane, lanes, length } = makePlan("argmin", false, array, axis);
  return { outer, lane, lanes, length };
};

describe("a plan", () => {
  test("of a contiguous array and no axis is one lane with one stride", () => {
    const whole = { shape: [120], strides: [1] };
    expect(walks(a, null)).toEqual({ outer: { shape: [], strides: [] }, lane: whole, lanes: 1, length: 120 });
  });

  test("merges the dimensions around the axis where one stride steps over both", () => {
    expect(walks(a, 2)).toEqual({
      outer: { shape: [20], strides: [6] },
      lane: { shape: [6], strides: [1] },
      lanes: 20,
      length: 6,
    });
    expect(walks(a, 1).outer).toEqual({ shape: [4, 6], strides: [30, 1] });
    expect(walks(a, 0).outer).toEqual({ shape: [30], strides: [1] });
  });

  test("keeps dimensions apart that no single stride walks in logical order", () => {
    expect(walks(transpose(a), null).lane).toEqual({ shape: [6, 5, 4], strides: [1, 6, 30] });
    expect(walks(slice(a, ":, :, :5"), null).lane).toEqual({ shape: [20, 5], strides: [6, 1] });
    expect(walks(slice(a, ":, :4"), null).lane).toEqual({ shape: [4, 24], strides: [30, 1] });
    expect(walks(slice(a, "::-1"), null).lane).toEqual({ shape: [4, 30], strides: [-30, 1] });
  });

  test("merges backwards and repeated dimensions too", () => {
    expect(walks(slice(a, "::-1, ::-1, ::-1"), null).lane).toEqual({ shape: [120], strides: [-1] });
    expect(walks(broadcastTo(fromNested(7), [3, 4]), null).lane).toEqual({ shape: [12], strides: [0] });
  });

  test("leaves out dimensions of length 1", () => {
    expect(walks(slice(a, "None, :, 2:3, None"), null).lane).toEqual({ shape: [4, 6], strides: [30, 1] });
    expect(walks(fromNested([[5]]), 0)).toEqual({
      outer: { shape: [], strides: [] },
      lane: { shape: [], strides: [] },
      lanes: 1,
      length: 1,
    });
  });
});

describe("indices", () => {
  test("are int32 where every possible one is below 2^31, else float64", () => {
    expect(argmin(a).data).toBeInstanceOf(Int32Array);
    expect(argmin(a, 0).data).toBeInstanceOf(Int32Array);
    expect(makeIndexArray([2], 2 ** 31).data).toBeInstanceOf(Int32Array);
    expect(makeIndexArray([2], 2 ** 31 + 1).data).toBeInstanceOf(Float64Array);
  });
});
