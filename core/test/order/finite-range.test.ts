import { describe, expect, it } from "vitest";
import { free } from "../../src/array/empty.ts";
import { fromNested } from "../../src/array/from-nested.ts";
import { NdArray } from "../../src/array/ndarray.ts";
import { slice } from "../../src/array/slice.ts";
import { transpose } from "../../src/array/transpose.ts";
import type { ScaleReach } from "../../src/contract/scaling.ts";
import { cellNumber } from "../../src/order/cell-number.ts";
import { finiteRange } from "../../src/order/finite-range.ts";
import { filled, tiedDtypes } from "../array/turned-view.ts";

function range(cells: NdArray, reach: ScaleReach): number[][] {
  const { low, high } = finiteRange(cells, reach);
  return [Array.from(low.data as Float64Array), Array.from(high.data as Float64Array)];
}

const { NaN: nan, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minus } = Number;

function nestedNumbers(cells: NdArray): number[][] {
  const read = cellNumber(cells) ?? (() => Number.NaN);
  const [rows = 0, columns = 0] = cells.shape;
  const [perRow = 0, perColumn = 0] = cells.strides;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => read(cells.offset + row * perRow + column * perColumn)),
  );
}

function endsOf(lanes: number[][]): number[][] {
  const finite = lanes.map((lane) => lane.filter(Number.isFinite));
  return [finite.map((lane) => Math.min(...lane)), finite.map((lane) => Math.max(...lane))];
}

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

  it("is the same in large slices, transposed and stepped through, of every dtype", () => {
    for (const dtype of tiedDtypes) {
      const block = filled([130, 150], dtype, 3);
      const [down, across] = [slice(block, "::-1, 3::2"), transpose(block)];
      for (const cells of [block, down, across]) {
        const [, columns = 0] = cells.shape;
        const numbers = nestedNumbers(cells);
        const columnsOf = Array.from({ length: columns }, (_, c) => numbers.map((row) => row[c] as number));
        expect(range(cells, "all")).toEqual(endsOf([numbers.flat()]));
        expect(range(cells, "rows")).toEqual(endsOf(numbers));
        expect(range(cells, "columns")).toEqual(endsOf(columnsOf));
      }
      free(block);
    }
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
