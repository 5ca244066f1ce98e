import { describe, expect, test } from "vitest";
import type { Dtype, Elements } from "../../src/array/dtype.ts";
import { both, DTYPES, fill, giveBack, inEngine, MIXES, plansOf, Random, describe as told } from "./cases.ts";

// Narrow rows are read straight on; where winners follow each other too often, pieces of them are folded. The arrays here go
// from one to the other and back, several times.

const BYTES = 3_000_000;

function agree(dtype: Dtype, data: Elements, offset: number, rows: number, columns: number): void {
  const array = { dtype, data, offset, shape: [rows, columns], strides: [columns, 1] };
  for (const plan of plansOf(array, 0)) {
    const answers = both(plan);
    expect(answers?.kernel, `${columns} columns ${told(plan)}`).toEqual(answers?.reference);
  }
}

describe.each(DTYPES)("narrow rows of %s", (dtype) => {
  const itemsize = inEngine(dtype, 1).BYTES_PER_ELEMENT;
  const widths = [16, 40, 168, 504].map((bytes) => bytes / itemsize).concat(itemsize < 8 ? [19, 101] : [21]);

  test.each(widths)("%i columns of pieces of every kind, in every order: the reference's winners", (columns) => {
    const random = new Random(columns * 7919);
    const rows = Math.floor(BYTES / (columns * itemsize));
    const data = inEngine(dtype, rows * columns + 3);
    for (let from = 0; from < data.length; ) {
      const to = Math.min(data.length, from + 1 + random.next(random.pick([100, 3000, 49_999])));
      fill(dtype, data.subarray(from, to), random.pick(MIXES), random);
      from = to;
    }
    agree(dtype, data, 3, rows, columns);
    agree(dtype, data, 0, rows - random.next(40), columns);
    giveBack(data);
  });
});

describe("narrow rows", () => {
  test.each(["float64", "int64", "float32", "int32"] as const)("in which every element is the least so far: %s", (dtype) => {
    for (const columns of [2, 7, 20]) {
      const rows = 60_001;
      const data = inEngine(dtype, rows * columns);
      for (let i = 0; i < data.length; i++) data[i] = (dtype === "int64" ? BigInt(-i) : -i) as never;
      // Not quite at the end: the last rows are slow again.
      data.copyWithin(data.length - columns * 9_000, 0, columns * 9_000);
      agree(dtype, data, 0, rows, columns);
      giveBack(data);
    }
  });

  test("a NaN behind -Infinity wins, also where it comes long after, and the first of several", () => {
    const columns = 6;
    const rows = 50_000;
    const data = inEngine("float64", rows * columns) as Float64Array;
    for (let i = 0; i < data.length; i++) data[i] = (i * 7) % 1000;
    const put = (row: number, column: number, value: number) => {
      data[row * columns + column] = value;
    };
    put(100, 0, Number.NEGATIVE_INFINITY);
    put(49_999, 0, Number.NaN);
    put(100, 1, Number.NEGATIVE_INFINITY);
    put(40_000, 1, Number.NEGATIVE_INFINITY);
    put(5, 2, Number.NaN);
    put(4, 2, Number.NEGATIVE_INFINITY);
    for (let row = 20_000; row < rows; row++) put(row, 3, Number.NaN);
    for (let row = 0; row < rows; row++) put(row, 4, Number.NaN);
    for (let row = 0; row < rows; row++) put(row, 5, Number.POSITIVE_INFINITY);
    agree("float64", data, 0, rows, columns);
    const [argmin] = plansOf({ dtype: "float64", data, offset: 0, shape: [rows, columns], strides: [columns, 1] }, 0);
    expect(argmin && both(argmin)?.kernel).toEqual([49_999, 100, 5, 20_000, 0, 0]);
    giveBack(data);
  });
});
