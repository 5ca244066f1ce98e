import { argmax, argmin, empty, free, nanargmin, setPool, transpose } from "@argscope/core";
import type { Dtype } from "@argscope/core/array/dtype.ts";
import type { NdArray } from "@argscope/core/array/ndarray.ts";
import { CancelledError } from "@argscope/core/errors.ts";
import { ravelIndex, ravelOf } from "@argscope/core/reduce/kernel-ravel.ts";
import { makePlan } from "@argscope/core/reduce/plan.ts";
import { reduceByReference } from "@argscope/core/reduce/reference.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DTYPES, fill, MIXES, Random } from "../kernels/cases.ts";

/** 24 MB of float64, so that several tasks make it up; its transpose is the array that is reduced. */
const SHAPE = [150, 100, 200] as const;
const [DEEP, DOWN, ACROSS] = SHAPE;
let block: NdArray;
let view: NdArray;

beforeAll(() => {
  setPool(null);
  block = empty(SHAPE, "float64");
  view = transpose(block);
});
afterAll(() => free(block));

/** Puts a value at an index of the transposed view. */
const put = (i: number, j: number, k: number, value: number) => {
  (block.data as Float64Array)[(k * DOWN + j) * ACROSS + i] = value;
};
/** The index in C order of an element of the view. */
const flat = (i: number, j: number, k: number) => (i * DOWN + j) * DEEP + k;
const clear = (value: number) => void (block.data as Float64Array).fill(value);

function expected(operation: "argmin" | "argmax", skipNan: boolean, a: NdArray): number {
  const plan = makePlan(operation, skipNan, a, null);
  const result = new Float64Array(1);
  reduceByReference(plan, result);
  return result[0] as number;
}

describe("the whole of an array that fills memory in another order than C order", () => {
  test("of equal elements the first in C order wins, not the first in memory, and not the first task's", () => {
    clear(5);
    for (const [i, j, k] of [
      [199, 99, 0],
      [3, 50, 70],
      [2, 99, 149],
      [100, 0, 149],
    ] as const) {
      put(i, j, k, -1);
    }
    expect(argmin(view).item()).toBe(flat(2, 99, 149));
    put(0, 0, 149, 9);
    put(0, 1, 0, 9);
    expect(argmax(view).item()).toBe(flat(0, 0, 149));
  });

  test("of equal elements the first wins, though the best before them came earlier still", () => {
    for (const better of [-2, Number.NaN]) {
      clear(5);
      put(0, 0, 0, -1);
      // In memory 450 elements apart, the later in C order first.
      put(150, 11, 0, better);
      put(3, 14, 0, better);
      expect(argmin(view).item()).toBe(flat(3, 14, 0));
    }
  });

  test("where all elements are equal the first wins", () => {
    for (const value of [7, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]) {
      clear(value);
      expect(argmin(view).item()).toBe(0);
      expect(argmax(view).item()).toBe(0);
    }
  });

  test("the first NaN in C order wins, wherever others lie in memory", () => {
    clear(1);
    put(199, 0, 0, Number.NaN);
    put(7, 3, 149, Number.NaN);
    put(7, 4, 75, Number.NaN);
    put(0, 0, 1, Number.NEGATIVE_INFINITY);
    expect(argmin(view).item()).toBe(flat(7, 3, 149));
    expect(argmax(view).item()).toBe(flat(7, 3, 149));
  });

  test("-0 and +0 are equal", () => {
    clear(1);
    put(5, 0, 0, -0);
    put(4, 99, 149, 0);
    put(4, 99, 148, 5e-324);
    expect(argmin(view).item()).toBe(flat(4, 99, 149));
    put(4, 98, 0, -5e-324);
    expect(argmin(view).item()).toBe(flat(4, 98, 0));
  });

  test("NaN that is passed over leaves the first of the others; infinities alone leave the first element; NaN alone is refused", () => {
    clear(Number.NaN);
    expect(() => nanargmin(view)).toThrow("All-NaN slice encountered");
    put(100, 50, 75, Number.POSITIVE_INFINITY);
    expect(nanargmin(view).item()).toBe(0);
    put(150, 50, 3, 2);
    put(149, 99, 149, 2);
    expect(nanargmin(view).item()).toBe(flat(149, 99, 149));
  });

  test("it can be cancelled, and shows its progress", () => {
    clear(1);
    const control = new Int32Array(new SharedArrayBuffer(8));
    argmin(view, null, { control });
    expect(control[0]).toBe(1000);
    control[1] = 1;
    const out = empty([], "int64");
    out.data[0] = -5n as never;
    expect(() => argmin(view, null, { control, out })).toThrow(CancelledError);
    expect(out.item()).toBe(-5n);
    control[1] = 0;
    put(1, 2, 3, 0);
    argmin(view, null, { control, out });
    expect(out.item()).toBe(BigInt(flat(1, 2, 3)));
    free(out);
  });

  for (const dtype of DTYPES) {
    test(`every order of the dimensions answers as the reference does: ${dtype}`, () => {
      const random = new Random(17);
      for (const shape of [
        [129, 7, 31],
        [3, 64, 80, 2],
        [600, 40],
      ]) {
        const own = empty(shape, dtype as Dtype);
        for (const mix of MIXES) {
          fill(dtype, own.data, mix, random);
          const axes = [...shape.keys()].sort(() => random.next(3) - 1);
          const turned = transpose(own, axes);
          expect(argmin(turned).item()).toBe(expected("argmin", false, turned));
          expect(argmax(turned).item()).toBe(expected("argmax", false, turned));
          const skipped = expected("argmin", true, turned);
          if (skipped >= 0 && /float/.test(dtype)) expect(nanargmin(turned).item()).toBe(skipped);
        }
        free(own);
      }
    });
  }

  test("its indices count what only repeats, and name the first of it", () => {
    const plan = makePlan(
      "argmin",
      false,
      { dtype: "float64", data: block.data, offset: 0, shape: [200, 3, 100], strides: [1, 0, 200] },
      null,
    );
    const ravel = ravelOf(plan);
    expect(ravel).toBeDefined();
    // Row 4 of memory, place 9 in it.
    expect(ravel && ravelIndex(ravel, 4 * 200 + 9)).toBe(9 * 300 + 4);
  });

  test("an array with gaps, or one that runs backwards, is none", () => {
    const data = block.data;
    const of = (shape: number[], strides: number[]) =>
      ravelOf(makePlan("argmin", false, { dtype: "float64", data, offset: 0, shape, strides }, null));
    expect(of([100, 100], [1, 101])).toBeUndefined();
    expect(of([100, 100], [2, 200])).toBeUndefined();
    expect(of([100, 100], [-1, 100])).toBeUndefined();
    expect(of([100, 100], [1, 100])).toBeDefined();
  });
});
