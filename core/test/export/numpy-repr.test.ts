import { expect, it } from "vitest";
import { indicesRepr } from "../../src/export/numpy-repr.ts";
import { NdArray } from "../../src/index.ts";

function intp(shape: readonly number[], valueAt: (position: number) => number): NdArray {
  const size = shape.reduce((product, length) => product * length, 1);
  const strides = shape.map((_, k) => shape.slice(k + 1).reduce((product, length) => product * length, 1));
  return new NdArray(
    "intp",
    shape,
    strides,
    0,
    Float64Array.from({ length: size }, (_, k) => valueAt(k)),
  );
}

const self = (position: number): number => position;

// Printed by NumPy 2.4.6, each inside a tuple.
it.each([
  ["one number", intp([], () => 3), "np.int64(3)"],
  ["none", intp([0], self), "array([], dtype=int64)"],
  ["none of two dimensions", intp([0, 3], self), "array([], shape=(0, 3), dtype=int64)"],
  ["two dimensions", intp([3, 4], self), "array([[ 0,  1,  2,  3],\n       [ 4,  5,  6,  7],\n       [ 8,  9, 10, 11]])"],
  ["many", intp([1200], self), "array([   0,    1,    2, ..., 1197, 1198, 1199], shape=(1200,))"],
  [
    "many rows",
    intp([5, 201], self),
    `array([[   0,    1,    2, ...,  198,  199,  200],
       [ 201,  202,  203, ...,  399,  400,  401],
       [ 402,  403,  404, ...,  600,  601,  602],
       [ 603,  604,  605, ...,  801,  802,  803],
       [ 804,  805,  806, ..., 1002, 1003, 1004]], shape=(5, 201))`,
  ],
  [
    "a line that is too long for the shape",
    intp([1001], (position) => position * 10 ** 12),
    `array([               0,    1000000000000,    2000000000000, ...,
        998000000000000,  999000000000000, 1000000000000000],
      shape=(1001,))`,
  ],
])("%s as NumPy shows indices in a tuple", (_, indices, text) => {
  expect(indicesRepr(indices)).toBe(text);
});

it("wraps long lines as NumPy does", () => {
  expect(indicesRepr(intp([40], (position) => position * 1000))).toBe(
    `array([    0,  1000,  2000,  3000,  4000,  5000,  6000,  7000,  8000,
        9000, 10000, 11000, 12000, 13000, 14000, 15000, 16000, 17000,
       18000, 19000, 20000, 21000, 22000, 23000, 24000, 25000, 26000,
       27000, 28000, 29000, 30000, 31000, 32000, 33000, 34000, 35000,
       36000, 37000, 38000, 39000])`,
  );
});
