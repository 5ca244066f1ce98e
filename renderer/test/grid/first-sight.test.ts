import { NdArray } from "@argscope/core/array/ndarray.ts";
import { describe, expect, it } from "vitest";
import { whyOutOfSight } from "../../src/features/grid/first-sight.ts";
import { frameOf } from "../../src/features/grid/frame.ts";
import { arrangedBy } from "../../src/state/arrangement.ts";

const frame = frameOf({
  array: new NdArray("float64", [3, 2], [2, 1], 0, new Float64Array(6)),
  rowAxis: 0,
  columnAxis: 1,
  fixed: [0, 0],
  columnNames: ["low", "high"],
  labels: [],
  answer: null,
  rowOrder: arrangedBy([2, 0], 3),
  columnOrder: arrangedBy([0], 2),
});

describe("a cell that someone goes to", () => {
  it("is brought into sight where it is shown", () => {
    expect(whyOutOfSight(frame, { row: 2, column: 0, isJump: true })).toBeNull();
  });

  it("is said to be filtered out or hidden where it is not", () => {
    expect(whyOutOfSight(frame, { row: 1, column: 0, isJump: true })).toBe("Row 1 is not shown: a filter leaves it out.");
    expect(whyOutOfSight(frame, { row: 0, column: 1, isJump: true })).toBe("The cell is not shown: column 1 (high) is hidden.");
  });
});
