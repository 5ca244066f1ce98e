import { describe, expect, it } from "vitest";
import { NdArray } from "../../src/array/ndarray.ts";
import { argmax, argmin } from "../../src/reduce/argreduce.ts";

// Each length has its own way: a plain loop, eight elements at a time, one call of a kernel, the common path.
const lengths = [1, 2, 3, 9, 10, 15, 16, 17, 18, 25, 511, 512, 513];
const kinds = [
  ["float64", Float64Array],
  ["float32", Float32Array],
] as const;

describe.each(kinds)("a small list of %s", (dtype, Elements) => {
  const listOf = (values: readonly number[]): NdArray => new NdArray(dtype, [values.length], [1], 0, Elements.from(values));

  it.each(lengths)("of %d elements: the first of equal values wins, wherever it is", (length) => {
    for (let at = 0; at < length; at++) {
      const values = Array.from({ length }, (_, k) => (k >= at ? 1 : 2));
      expect(argmin(listOf(values)).item()).toBe(at);
      expect(argmax(listOf(values.map((value) => -value))).item()).toBe(at);
    }
  });

  it.each(lengths)("of %d elements: the first NaN wins, wherever it is", (length) => {
    for (let at = 0; at < length; at++) {
      const values = Array.from({ length }, (_, k) => (k === at || k === at + 3 ? Number.NaN : 5 - k));
      expect(argmin(listOf(values)).item()).toBe(at);
      expect(argmax(listOf(values)).item()).toBe(at);
    }
  });

  it("takes -0 and 0 for equal, and infinities for what they are", () => {
    expect(argmin(listOf([0, -0, 0])).item()).toBe(0);
    expect(argmax(listOf([-0, 0])).item()).toBe(0);
    expect(argmin(listOf([1, Infinity, -Infinity, -Infinity])).item()).toBe(2);
    expect(argmax(listOf([-Infinity, -Infinity])).item()).toBe(0);
  });

  it("is read as a view lies: behind an offset, backwards, with gaps, of one element", () => {
    const data = Elements.from([9, 4, 7, 1, 8, 3]);
    const view = (length: number, stride: number, offset: number): unknown =>
      argmin(new NdArray(dtype, [length], [stride], offset, data)).item();
    expect(view(3, 1, 1)).toBe(2);
    expect(view(6, -1, 5)).toBe(2);
    expect(view(3, 2, 0)).toBe(1);
    expect(view(1, -7, 2)).toBe(0);
    expect(view(4, 0, 3)).toBe(0);
  });

  it("gives every answer an array of its own", () => {
    const a = listOf([3, 1, 2]);
    const [one, two] = [argmin(a), argmin(a)];
    (one.data as Int32Array)[0] = 99;
    expect(two.item()).toBe(1);
  });
});
