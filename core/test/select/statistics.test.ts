import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Dtype } from "../../src/array/dtype.ts";
import { transpose } from "../../src/array/transpose.ts";
import type { CellRange } from "../../src/contract/selecting.ts";
import { piecesOf } from "../../src/select/range.ts";
import { mergeTallies, type Statistics, statisticsOf } from "../../src/select/statistics.ts";
import { tallyOf } from "../../src/select/tally.ts";
import { arrayOfBytes, planeOf, planeOfRows, texts } from "./planes.ts";

interface Part {
  readonly range: CellRange;
  readonly cells: number;
  readonly missing: number;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly sum?: number | string;
  readonly mean?: number | string;
  readonly exact?: number;
  readonly size?: number;
}

const fixtures: {
  readonly arrays: readonly { dtype: Dtype; shape: number[]; bytes: string; parts: readonly Part[] }[];
} = JSON.parse(readFileSync(new URL("../fixtures/statistics.json", import.meta.url), "utf8"));

const whole = (rows: number, columns: number): CellRange => ({ top: 0, left: 0, bottom: rows, right: columns });

/** Everything to the last digit, but for sums of floats: ours is the exact one, NumPy's is off by its own rounding. */
function compare(found: Statistics, { cells, missing, min, max, sum, mean, exact, size }: Part): void {
  expect({ cells: found.cells, missing: found.missing }).toEqual({ cells, missing });
  expect(typeof found.min === "number" ? found.min : String(found.min)).toEqual(wanted(min, found.min));
  expect(typeof found.max === "number" ? found.max : String(found.max)).toEqual(wanted(max, found.max));
  if (typeof found.sum === "bigint") {
    expect(String(found.sum)).toBe(sum);
    expect(Math.abs((found.mean as number) - Number(mean))).toBeLessThanOrEqual(1e-15 * Math.abs(Number(mean)));
  } else if (exact === undefined || size === undefined) {
    expect([found.sum, found.mean]).toEqual([special(sum), special(mean)]);
  } else {
    const count = cells - missing;
    expect(found.sum).toBe(exact);
    expect(found.mean).toBe(exact / count);
    expect(Math.abs((found.mean as number) - Number(mean))).toBeLessThanOrEqual((1e-15 * size) / count);
  }
}

function wanted(value: number | string | undefined, found: unknown): number | string {
  return typeof found === "number" ? Number(String(value).replace("inf", "Infinity")) : String(value ?? null);
}

/** Infinities and NaN are text in the fixtures. */
function special(value: number | string | undefined): number | null {
  return value === undefined ? null : Number(String(value).replace("inf", "Infinity").replace("nan", "NaN"));
}

describe("the statistics of a selection are NumPy's", () => {
  test.each(fixtures.arrays.map((array, k) => [`${array.dtype}, array ${k}`, array] as const))("%s", (_, array) => {
    const cells = arrayOfBytes(array.dtype, array.shape, Buffer.from(array.bytes, "base64"));
    for (const part of array.parts) {
      const { range } = part;
      const one = statisticsOf(tallyOf(planeOf(cells), [range]), array.dtype);
      compare(one, part);
      const merged = [...piecesOf(range, 37)].map((piece) => tallyOf(planeOf(cells), [piece])).reduce(mergeTallies);
      compare(statisticsOf(merged, array.dtype), part);
      const turned = { top: range.left, left: range.top, bottom: range.right, right: range.bottom };
      compare(statisticsOf(tallyOf(planeOf(transpose(cells)), [turned]), array.dtype), part);
    }
  });
});

describe("a tally", () => {
  test("keeps what rounding takes from a sum", () => {
    expect(statisticsOf(tallyOf(planeOfRows([[1e16, 1, -1e16]]), [whole(1, 3)]), "float64").sum).toBe(1);
    const tenths = Array.from({ length: 1000 }, () => Array.from({ length: 10 }, () => 0.1));
    expect(statisticsOf(tallyOf(planeOfRows(tenths), [whole(1000, 10)]), "float64").sum).toBe(1000);
  });

  test("loses no digit of int64", () => {
    const plane = planeOfRows([[2n ** 63n - 1n, 2n ** 63n - 1n, -(2n ** 63n)]], "int64");
    const found = statisticsOf(tallyOf(plane, [whole(1, 3)]), "int64");
    expect(found).toMatchObject({ min: -(2n ** 63n), max: 2n ** 63n - 1n, sum: 2n ** 63n - 2n });
  });

  test("follows the orders of rows and columns, and counts what is filtered out as not there", () => {
    const cells = planeOfRows([
      [1, 10, 100],
      [2, 20, 200],
      [3, 30, 300],
    ]).cells;
    const plane = planeOf(cells, { rowOrder: Int32Array.of(2, 0), columnOrder: [2, 0] });
    expect(statisticsOf(tallyOf(plane, [whole(2, 2)]), "int64").sum).toBe(404n);
    expect(statisticsOf(tallyOf(plane, [{ top: 0, left: 0, bottom: 1, right: 1 }]), "int64").sum).toBe(300n);
  });

  test("leaves columns of text out", () => {
    const plane = planeOf(planeOfRows([[1.5], [2.5]]).cells, { labels: [texts("a", ["x", "y"]), texts("b", ["7", "8"])] });
    expect(statisticsOf(tallyOf(plane, [whole(2, 2)]), "float64")).toMatchObject({ cells: 2, sum: 4 });
    expect(tallyOf(plane, [{ top: 0, left: 1, bottom: 2, right: 2 }])).toMatchObject({ cells: 0 });
  });

  test("only counts what has no order of numbers", () => {
    const plane = planeOfRows([["b", "a"]]);
    expect(statisticsOf(tallyOf(plane, [whole(1, 2)]), "str1")).toEqual({
      cells: 2,
      missing: 0,
      min: null,
      max: null,
      mean: null,
      sum: null,
    });
  });
});
