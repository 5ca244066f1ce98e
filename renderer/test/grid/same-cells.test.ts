import { wholeRegion } from "@argscope/core/expression/index.ts";
import { describe, expect, it } from "vitest";
import { arrayOf } from "../../src/engine/shared.ts";
import { type Frame, frameOf } from "../../src/features/grid/frame.ts";
import { isSameTint, isSameWay } from "../../src/features/grid/same-cells.ts";
import { shared, sharedIndices } from "../fakes.ts";

const array = arrayOf(shared([2, 3], [1, 2, 3, 4, 5, 6]));
const indices = arrayOf(sharedIndices([3], [0, 0, 0]));
const reduction = { operation: "argmin", axis: 0, nan: "numpy", keepdims: false, of: "a" } as const;
const whole = wholeRegion([2, 3]);

function frame(parts: Partial<Frame> = {}): Frame {
  const answer = { reduction, indices, region: whole };
  return frameOf({ array, rowAxis: 0, columnAxis: 1, fixed: [0, 0], columnNames: [], labels: [], answer, ...parts });
}

describe("what two frames share", () => {
  it("is the way in which they lie, whatever the slice, until rows and columns run along other dimensions", () => {
    expect(isSameWay(frame(), frame({ fixed: [0, 0], answer: null }))).toBe(true);
    expect(isSameWay(frame(), frame({ rowAxis: 1, columnAxis: 0 }))).toBe(false);
    expect(isSameWay(frame(), frame({ array: arrayOf(shared([2, 3], [1, 2, 3, 4, 5, 6])) }))).toBe(false);
  });

  it("is the tint of their cells, until another part of them is reduced", () => {
    const other = { reduction: { ...reduction, operation: "argmax" as const }, indices, region: whole };
    expect(isSameTint(frame(), frame({ answer: other }))).toBe(true);
    const first = { reduction, indices, region: whole.with(0, { start: 0, count: 1, axis: 0 }) };
    expect(isSameTint(frame(), frame({ answer: first }))).toBe(false);
    expect(isSameTint(frame({ answer: first }), frame({ answer: first }))).toBe(true);
    expect(isSameTint(frame(), frame({ answer: null }))).toBe(true);
  });
});
