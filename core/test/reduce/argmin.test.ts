import { describe, expect, test } from "vitest";
import { AxisError, argmax, argmin, fromNested, NumpyTypeError, ValueError } from "../../src/index.ts";

const a = fromNested([
  [8, 92, 93],
  [94, 9, 7],
]);

describe("argmin and argmax", () => {
  test("the four classic answers", () => {
    expect(argmin(fromNested([91, 92, 93, 7, 95])).toNested()).toBe(3);
    expect(argmin(a).toNested()).toBe(5);
    expect(argmin(a, 0).toNested()).toEqual([0, 1, 1]);
    expect(argmin(a, 1).toNested()).toEqual([0, 2]);
    expect(argmax(a).toNested()).toBe(3);
    expect(argmax(a, 0).toNested()).toEqual([1, 0, 0]);
    expect(argmax(a, 1).toNested()).toEqual([2, 0]);
  });

  test("return the first of equal values", () => {
    expect(argmin(fromNested([2, 1, 1, 2])).toNested()).toBe(1);
    expect(argmax(fromNested([2.5, 1, 1, 2.5])).toNested()).toBe(0);
    expect(argmin(fromNested([0, -0, 0.5].reverse())).toNested()).toBe(1);
  });

  test("return the first NaN, whatever else there is", () => {
    const nan = [1.5, Number.NaN, Number.NEGATIVE_INFINITY, Number.NaN, Number.POSITIVE_INFINITY];
    for (const dtype of ["float16", "float32", "float64", "complex64", "complex128"] as const) {
      expect(argmin(fromNested(nan, dtype)).toNested()).toBe(1);
      expect(argmax(fromNested(nan, dtype)).toNested()).toBe(1);
    }
  });

  test("order text by code point, not by UTF-16 unit", () => {
    expect(argmin(fromNested(["\u{10000}", "\uffff"])).toNested()).toBe(1);
    expect(argmin(fromNested(["10", "9"])).toNested()).toBe(0);
  });

  test("keep int64 exact above 2^53", () => {
    expect(argmax(fromNested([2n ** 53n, 2n ** 53n + 1n])).toNested()).toBe(1);
    expect(argmin(fromNested([2n ** 63n + 1n, 2n ** 63n])).toNested()).toBe(1);
  });

  test("refuse an axis in NumPy's words", () => {
    expect(() => argmin(a, 2)).toThrow(new AxisError(2, 2));
    expect(() => argmin(a, -3)).toThrow("axis -3 is out of bounds for array of dimension 2");
    expect(() => argmin(a, 1.5)).toThrow(new NumpyTypeError("'float' object cannot be interpreted as an integer"));
    expect(() => argmin(a, 2 ** 40)).toThrow(new ValueError("integer won't fit into a C int"));
  });

  test("refuse an empty lane, and take an empty result", () => {
    expect(() => argmin(fromNested([]))).toThrow(new ValueError("attempt to get argmin of an empty sequence"));
    expect(() => argmax(fromNested([]))).toThrow(new ValueError("attempt to get argmax of an empty sequence"));
  });
});
