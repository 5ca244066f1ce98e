import { expect, test } from "vitest";
import { NdArray } from "../../src/index.ts";
import { nanCount } from "../../src/service/missing.ts";

const data = Float64Array.of(1, Number.NaN, 3, Number.NaN, 5, 6);

test("every NaN of an array is counted, and of a view those that it shows", () => {
  expect(nanCount(new NdArray("float64", [2, 3], [3, 1], 0, data))).toBe(2);
  expect(nanCount(new NdArray("float64", [3, 2], [1, 3], 0, data))).toBe(2);
  expect(nanCount(new NdArray("float64", [2], [-2, 1], 5, data))).toBe(1);
  expect(nanCount(new NdArray("float64", [], [], 3, data))).toBe(1);
  expect(nanCount(new NdArray("float64", [0, 3], [3, 1], 0, data))).toBe(0);
  expect(nanCount(new NdArray("int64", [2], [1], 0, BigInt64Array.of(1n, 2n)))).toBe(0);
});

test("a repeated NaN is counted as often as it is shown, at no cost", () => {
  expect(nanCount(new NdArray("float64", [2 ** 31, 6], [0, 1], 0, data))).toBe(2 ** 32);
});

test("a NaN of float16, a complex number with one in it and a NaT count as one each", () => {
  expect(nanCount(new NdArray("float16", [3], [1], 0, Uint16Array.of(0x7e00, 0x3c00, 0xfe01)))).toBe(2);
  const complex = Float64Array.of(1, 2, Number.NaN, 2, Number.NaN, Number.NaN, 3, Number.NaN);
  expect(nanCount(new NdArray("complex128", [4], [1], 0, complex))).toBe(3);
  expect(nanCount(new NdArray("datetime64[D]", [3], [1], 0, BigInt64Array.of(0n, -(2n ** 63n), 5n)))).toBe(1);
});
