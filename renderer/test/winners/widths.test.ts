import { argmin } from "@argscope/core";
import { wholeRegion } from "@argscope/core/expression/index.ts";
import { laneFacts } from "@argscope/core/winners/lane-facts.ts";
import { describe, expect, it } from "vitest";
import { arrayOf } from "../../src/engine/shared.ts";
import { listWidths, withExponent } from "../../src/features/winners/widths.ts";
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
  it("loses digits and never its exponent, which stands by itself", () => {
    expect(withExponent("2.78241044e-7")).toEqual({ digits: "2.78241044", exponent: "e-7" });
    expect(withExponent("-1.2345678901234567e+300")).toEqual({ digits: "-1.2345678901234567", exponent: "e+300" });
    expect(withExponent("5.E23")).toEqual({ digits: "5.", exponent: "E23" });
  });

  it("has no exponent where the letter is one of a text", () => {
    for (const text of ["0.1234567890123", "2020-01-01T00:00:00", "Rue12", "e5", "nan"]) {
      expect(withExponent(text)).toEqual({ digits: text, exponent: "" });
    }
  });
});

describe("the list of winners", () => {
  it("gives an index the digits of the last one, whatever wins", () => {
    const values = new Array<number>(2000).fill(5);
    expect(widthsOf([1000, 2], values, 0)).toMatchObject({ index: 3, ties: 3 });
    expect(widthsOf([1000, 2], values, null)).toEqual({ lane: 3, index: 4, value: 1, ties: 5 }); // 1,999 ties
  });

  it("wants for a value what the longest needs, up to the longest number that there is", () => {
    expect(widthsOf([1, 3], [1, -2.5, 10], 0)).toMatchObject({ value: 4 });
    expect(widthsOf([1, 1], [0.1234567890123], 0)).toMatchObject({ value: 15 });
  });

  it("has a width where no lane is", () => {
    expect(widthsOf([2, 0], [], 0)).toEqual({ lane: 1, index: 1, value: 1, ties: 1 });
  });
});
