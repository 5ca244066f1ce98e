import { argmin } from "@argscope/core";
import { wholeRegion } from "@argscope/core/expression/index.ts";
import { laneFacts } from "@argscope/core/winners/lane-facts.ts";
import { describe, expect, it } from "vitest";
import { arrayOf } from "../../src/engine/shared.ts";
import { fitted, listWidths } from "../../src/features/winners/widths.ts";
import { shared } from "../fakes.ts";

function widthsOf(shape: readonly number[], values: readonly number[], axis: number | null) {
  const array = arrayOf(shared(shape, values));
  const indices = argmin(array, axis);
  const { ties, nan } = laneFacts(array, axis, indices);
  return listWidths({
    serial: 1,
    reduction: { operation: "argmin", axis, nan: "numpy", keepdims: false, of: "a" },
    held: { array, columns: [], labels: [] },
    region: wholeRegion(shape),
    operand: array,
    indices,
    rowAxis: 0,
    columnAxis: 1,
    counts: { ties, nan, runnersUp: null },
  });
}

describe("a number that is too long for its column", () => {
  it("loses digits and never its exponent", () => {
    expect(fitted("2.78241044e-7")).toBe("2.78241…e-7");
    expect(fitted("-1.2345678901234567e+300")).toBe("-1.23…e+300");
    expect(fitted("6.02214076E23")).toBe("6.02214…E23");
  });

  it("is otherwise cut by the page, and a short one stays", () => {
    expect(fitted("0.1234567890123")).toBe("0.1234567890123");
    expect(fitted("2.7824e-7")).toBe("2.7824e-7");
    expect(fitted("2020-01-01T00:00:00")).toBe("2020-01-01T00:00:00");
  });
});

describe("the list of winners", () => {
  it("gives an index the digits of the last one, whatever wins", () => {
    const values = new Array<number>(2000).fill(5);
    expect(widthsOf([1000, 2], values, 0)).toMatchObject({ index: 3, ties: 3 });
    expect(widthsOf([1000, 2], values, null)).toEqual({ index: 4, value: 1, ties: 5 }); // 1,999 ties
  });

  it("gives a value what the longest needs, up to twelve digits", () => {
    expect(widthsOf([1, 3], [1, -2.5, 10], 0)).toMatchObject({ value: 4 });
    expect(widthsOf([1, 1], [0.1234567890123], 0)).toMatchObject({ value: 12 });
  });

  it("has a width where no lane is", () => {
    expect(widthsOf([2, 0], [], 0)).toEqual({ index: 1, value: 1, ties: 1 });
  });
});
