import { expect, test } from "vitest";
import type { Dtype } from "../../src/array/dtype.ts";
import { makePlan } from "../../src/reduce/plan.ts";
import { reduceByKernels } from "../../src/reduce/reordered.ts";
import { both, DTYPES, describe, fill, giveBack, inEngine, MIXES, plansOf, Random } from "./cases.ts";

function agree(
  dtype: Dtype,
  data: ReturnType<typeof inEngine>,
  offset: number,
  shape: number[],
  strides: number[],
  axis: number | null,
) {
  for (const plan of plansOf({ dtype, data, offset, shape, strides }, axis)) {
    const answers = both(plan);
    expect(answers, describe(plan)).toBeDefined();
    expect(answers?.kernel, describe(plan)).toEqual(answers?.reference);
  }
}

test.each(DTYPES)("a lane of any length from 1 to 200, at any alignment: %s", (dtype) => {
  const random = new Random(7);
  const data = inEngine(dtype, 1000);
  for (let n = 1; n <= 200; n++) {
    fill(dtype, data, MIXES[n % MIXES.length] ?? "wild", random);
    for (let offset = 0; offset < 8; offset++) agree(dtype, data, offset, [3, n], [n + (offset % 3), 1], 1);
    agree(dtype, data, 0, [n], [1], null);
  }
  giveBack(data);
});

test.each(["float64", "float32", "float16"] as const)("NaN at every position wins, or is passed over: %s", (dtype) => {
  const data = inEngine(dtype, 700);
  const nan = dtype === "float16" ? 0xfe01 : Number.NaN;
  for (const n of [1, 2, 3, 7, 8, 9, 16, 17, 20, 64, 65, 129, 300, 700]) {
    for (let at = 0; at < n; at++) {
      for (let i = 0; i < n; i++) data[i] = dtype === "float16" ? 0x3c00 + ((i * 7) % 50) : (i * 7) % 50;
      data[at] = nan;
      agree(dtype, data, 0, [n], [1], null);
      agree(dtype, data, 0, [n, 1], [1, 1], 0);
    }
  }
  giveBack(data);
});

test("the winner at every position of a long lane, smallest, greatest and tied", () => {
  const data = inEngine("float64", 1500) as Float64Array;
  for (let at = 0; at < data.length; at++) {
    data.fill(5);
    data[at] = 1;
    data[data.length - 1] = 1;
    agree("float64", data, 0, [1500], [1], null);
    data[at] = 9;
    agree("float64", data, 0, [1500], [1], null);
  }
  giveBack(data);
});

/** Lengths in bytes between those that fit in registers and those that are scanned for something better, around whole pieces. */
const PIECES = [1023, 1016, 961, 960, 640, 328, 321, 320, 200, 192, 191, 176, 168, 161];

test.each(["uint8", "int16", "float16", "float32", "int64", "float64"] as const)(
  "the winner at every position of a lane of a few pieces, first of two equal ones: %s",
  (dtype) => {
    const data = inEngine(dtype, 2048);
    const itemsize = data.BYTES_PER_ELEMENT;
    const put = (at: number, value: number) => {
      data[at] = (dtype === "int64" ? BigInt(value) : value) as never;
    };
    for (const bytes of PIECES) {
      const n = Math.floor(bytes / itemsize);
      const plan = makePlan("argmin", false, { dtype, data, offset: 1, shape: [2, n], strides: [n, 1] }, 1);
      const result = new Int32Array(2);
      for (let at = 0; at < n; at++) {
        for (let i = 0; i <= 2 * n; i++) put(i, 50 + (i % 3));
        put(1 + at, 7);
        put(1 + n - 1, 7);
        put(1 + n + ((at * 5) % n), 9);
        expect(reduceByKernels(plan, result)).toBe(true);
        expect([...result], `${n} elements, ${at}`).toEqual([at, (at * 5) % n]);
      }
    }
    giveBack(data);
  },
);

test("narrow rows that are folded: the first NaN of a column wins over -Infinity, and of equal ones the first, whichever part they are in", () => {
  const rows = 40_001;
  const data = inEngine("float32", rows * 5) as Float32Array;
  for (let i = 0; i < data.length; i++) data[i] = 1 + (i % 11);
  const put = (row: number, column: number, value: number) => {
    data[row * 5 + column] = value;
  };
  const { NEGATIVE_INFINITY, NaN: NAN } = Number;
  for (const row of [25_000, 12_345, 12_346]) put(row, 0, NEGATIVE_INFINITY);
  put(3, 1, NEGATIVE_INFINITY);
  for (const row of [39_000, 20_007]) put(row, 1, NAN);
  put(rows - 1, 2, NAN);
  for (const row of [31_003, 31_002]) put(row, 3, -5);
  for (const row of [8, 30_000]) put(row, 4, row === 8 ? 0 : -0);
  const walked = { dtype: "float32" as const, data, offset: 0, shape: [rows, 5], strides: [5, 1] };
  const result = new Int32Array(5);
  expect(reduceByKernels(makePlan("argmin", false, walked, 0), result)).toBe(true);
  expect([...result]).toEqual([12_345, 20_007, rows - 1, 31_002, 8]);
  expect(reduceByKernels(makePlan("argmin", true, walked, 0), result)).toBe(true);
  expect([...result].slice(0, 2)).toEqual([12_345, 3]);
  agree("float32", data, 0, [rows, 5], [5, 1], 0);
  giveBack(data);
});

test("-0 and +0 are equal: the first of them wins", () => {
  const data = inEngine("float64", 300) as Float64Array;
  for (const n of [2, 3, 8, 20, 64, 300]) {
    data.fill(0);
    data[n - 1] = -0;
    agree("float64", data, 0, [n], [1], null);
    data.fill(-0);
    data[1] = 0;
    agree("float64", data, 0, [n], [1], null);
  }
  giveBack(data);
});

test("infinities of both signs in one lane are no NaN", () => {
  const data = inEngine("float64", 400) as Float64Array;
  for (const n of [2, 5, 20, 40, 400]) {
    data.fill(1);
    data[0] = Number.POSITIVE_INFINITY;
    data[n - 1] = Number.NEGATIVE_INFINITY;
    agree("float64", data, 0, [n], [1], null);
    agree("float64", data, 0, [n / 2, 2], [2, 1], 0);
  }
  giveBack(data);
});

test("NaN that is passed over counts as infinity, as in NumPy: of [NaN, inf] the first wins, of NaN alone none", () => {
  const data = inEngine("float64", 640) as Float64Array;
  for (const n of [1, 2, 3, 20, 64, 640]) {
    data.fill(Number.NaN);
    agree("float64", data, 0, [n], [1], null);
    data[n - 1] = Number.POSITIVE_INFINITY;
    agree("float64", data, 0, [n], [1], null);
    data[n - 1] = Number.NEGATIVE_INFINITY;
    agree("float64", data, 0, [n], [1], null);
  }
  giveBack(data);
});

/** Shapes that make each kernel do what it does for large arrays only: fold narrow rows, cut lanes, cut rows of columns. */
const LARGE: readonly (readonly [what: string, dtype: Dtype, shape: number[], axis: number | null])[] = [
  ["narrow rows are folded", "float64", [40_001, 5], 0],
  ["narrow rows are folded", "int8", [300_007, 3], 0],
  ["narrow rows are folded", "float16", [100_003, 2], 0],
  ["narrow rows are folded in groups", "float32", [3, 70_001, 3], 1],
  ["a lane is cut into pieces", "int16", [9_000_001], null],
  ["lanes of several dimensions are cut into pieces", "uint8", [9_000_001, 2], 0],
  ["columns are cut into strips", "int32", [30, 200_003], 0],
  ["columns and their lanes are cut", "float32", [1200, 20_011], 0],
];

test.each(LARGE)("%s: %s %j along %s", (_, dtype, shape, axis) => {
  const random = new Random(99);
  const size = shape.reduce((product, length) => product * length, 1);
  const data = inEngine(dtype, size + 8);
  const rowMajor = shape.map((__, k) => shape.slice(k + 1).reduce((product, length) => product * length, 1));
  const columnMajor = shape.map((__, k) => shape.slice(0, k).reduce((product, length) => product * length, 1));
  for (const mix of ["wild", "plain", "nan"] as const) {
    fill(dtype, data, mix, random);
    agree(dtype, data, 0, shape, rowMajor, axis);
    if (mix === "wild") agree(dtype, data, 3, shape, columnMajor, axis);
  }
  giveBack(data);
});

test("a view with gaps, reduced across them, is what its copy without gaps gives", () => {
  const random = new Random(5);
  const data = inEngine("float64", 400_000) as Float64Array;
  fill("float64", data, "wild", random);
  agree("float64", data, 1, [150, 200], [2000, 3], 0);
  agree("float64", data, 399_999, [150, 200], [-2000, -3], 0);
  agree("float64", data, 1, [150, 200], [2000, 3], null);
  agree("float64", data, 7, [10, 150, 40], [3, 2000, 30], 1);
  giveBack(data);
});

test.each(DTYPES)("data outside engine memory gives the same: %s", (dtype) => {
  const random = new Random(3);
  const inside = inEngine(dtype, 120_000);
  const outside = inside.slice();
  for (const [shape, strides, axis] of [
    [[120_000], [1], null],
    [[300, 400], [400, 1], 0],
    [[300, 400], [400, 1], 1],
    [[400, 300], [1, 400], null],
    [[6000, 20], [20, 1], 0],
    [[30_000, 2], [4, 2], 1],
    [[20, 6000], [6000, -1], 0],
  ] as const) {
    fill(dtype, inside, "wild", random);
    outside.set(inside as never);
    const offset = strides.some((stride) => stride < 0) ? 5999 : 0;
    for (const plan of plansOf({ dtype, data: inside, offset, shape, strides }, axis)) {
      const one = new Int32Array(plan.lanes);
      const other = new Int32Array(plan.lanes);
      expect(reduceByKernels(plan, one)).toBe(true);
      expect(reduceByKernels({ ...plan, data: outside }, other)).toBe(true);
      expect(other, describe(plan)).toEqual(one);
    }
  }
  giveBack(inside);
});

test("complex numbers and text have no kernel", () => {
  for (const dtype of ["complex128", "str4", "bytes3"] as const) {
    const data = inEngine(dtype, 24);
    const plan = makePlan("argmin", false, { dtype, data, offset: 0, shape: [2], strides: [1] }, null);
    expect(reduceByKernels(plan, new Int32Array(1))).toBe(false);
    giveBack(data);
  }
});

test("indices beyond int32 fit a Float64Array result", () => {
  const data = inEngine("float32", 70_000) as Float32Array;
  data.fill(2);
  data[69_999] = 1;
  const result = new Float64Array(1);
  reduceByKernels(
    makePlan("argmin", false, { dtype: "float32", data, offset: 0, shape: [70_000], strides: [1] }, null),
    result,
  );
  expect(result[0]).toBe(69_999);
  giveBack(data);
});
