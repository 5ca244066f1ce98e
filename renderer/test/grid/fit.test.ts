import { NdArray } from "@argscope/core/array/ndarray.ts";
import { describe, expect, it } from "vitest";
import { fittingWidth } from "../../src/features/grid/fit.ts";
import { type Frame, frameOf } from "../../src/features/grid/frame.ts";
import { plainColumns } from "../../src/state/columns.ts";

function frame(values: number[], name: string): Frame {
  return frameOf({
    array: new NdArray("float64", [values.length, 1], [1, 1], 0, Float64Array.from(values)),
    rowAxis: 0,
    columnAxis: 1,
    fixed: [0, 0],
    columnNames: [name],
    labels: [],
    answer: null,
    columnSet: plainColumns,
  });
}

const ten = (text: string): number => text.length * 10;

describe("a column that fits", () => {
  it("is as wide as its longest number, however long that is", () => {
    const short = fittingWidth(frame([1, 2], ""), 0, 0, ten);
    const long = fittingWidth(frame([1, 1.234567890123456e-300], ""), 0, 0, ten);
    expect(long - short).toBeGreaterThan(150);
  });

  it("is as wide as its name", () => {
    const name = "a name that is longer than any of the numbers below it";
    expect(fittingWidth(frame([1], name), 0, 0, ten)).toBeGreaterThan(ten(name));
  });

  it("looks at the rows in sight, beside the first", () => {
    const values = Array.from({ length: 5000 }, (_, row) => (row === 4000 ? 123456.789012 : 1));
    const far = fittingWidth(frame(values, ""), 0, 3990, ten);
    expect(far).toBeGreaterThan(fittingWidth(frame(values, ""), 0, 0, ten));
  });
});
