import { describe, expect, it } from "vitest";
import { SelectionMarks } from "../../src/features/grid/selection/marks.ts";
import { stepsBeyond } from "../../src/features/grid/selection/steps.ts";
import { extentText, statisticsParts } from "../../src/features/statistics/words.ts";

const range = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

describe("a cell's part of a selection", () => {
  it("has the edges of its range, and none inside it", () => {
    const marks = new SelectionMarks([range(1, 1, 4, 4)]);
    expect([marks.cell(1, 1), marks.cell(1, 2), marks.cell(3, 3), marks.cell(2, 2)]).toEqual(["t l", "t", "r b", ""]);
    expect([marks.cell(0, 1), marks.cell(4, 1), marks.cell(1, 4)]).toEqual([null, null, null]);
    expect([marks.hasRow(1), marks.hasRow(4), marks.hasColumn(3), marks.hasColumn(0)]).toEqual([true, false, true, false]);
  });

  it("has no edge where two ranges overlap", () => {
    const marks = new SelectionMarks([range(0, 0, 3, 3), range(1, 1, 4, 4)]);
    expect(marks.cell(1, 1)).toBe("");
    expect(marks.cell(3, 3)).toBe("r b");
  });

  it("alone is where the focus is, and lights neither its row nor its column", () => {
    const marks = new SelectionMarks([range(2, 2, 3, 3)]);
    expect([marks.isSingle, marks.hasRow(2), marks.hasColumn(2)]).toEqual([true, false, false]);
  });
});

describe("a drag", () => {
  const box = { left: 100, top: 50, right: 500, bottom: 400 };
  it("scrolls beyond the edge, faster the further, and not inside", () => {
    expect(stepsBeyond({ x: 300, y: 200 }, box)).toEqual({ rows: 0, columns: 0 });
    expect(stepsBeyond({ x: 300, y: 401 }, box)).toEqual({ rows: 1, columns: 0 });
    expect(stepsBeyond({ x: 99, y: 460 }, box)).toEqual({ rows: 6, columns: -1 });
    expect(stepsBeyond({ x: 9999, y: -9999 }, box)).toEqual({ rows: -40, columns: 3 });
  });
});

describe("what the status line says of a selection", () => {
  it("names its extent", () => {
    expect(extentText([range(0, 0, 1_000_000, 20)])).toBe("1,000,000 × 20 selected");
    expect(extentText([range(0, 0, 1, 1), range(2, 2, 3, 3)])).toBe("2 ranges selected");
  });

  it("has ten digits of a float, and every digit of an integer", () => {
    const floats = { cells: 3, missing: 1, min: -0.1, max: 1 / 3, mean: 7 / 60, sum: 7 / 30 };
    const parts = ["2 numbers", "1 NaN", "min -0.1", "max 0.3333333333", "mean 0.1166666667", "sum 0.2333333333"];
    expect(statisticsParts(floats, false)).toEqual(parts);
    expect(statisticsParts(floats, true)[3]).toBe("max 0.3333333333333333");
    const integers = { cells: 1, missing: 0, min: 2n ** 62n, max: 2n ** 62n, mean: 2 ** 62, sum: 2n ** 62n };
    expect(statisticsParts(integers, false)).toEqual([
      "1 number",
      "min 4611686018427387904",
      "max 4611686018427387904",
      "mean 4611686018000000000",
      "sum 4611686018427387904",
    ]);
  });

  it("says where there is nothing to add up", () => {
    expect(statisticsParts({ cells: 0, missing: 0, min: null, max: null, mean: null, sum: null }, false)).toEqual([
      "no numbers",
    ]);
  });
});
