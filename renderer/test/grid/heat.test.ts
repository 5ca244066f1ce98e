import { NdArray } from "@argscope/core/array/ndarray.ts";
import { describe, expect, it } from "vitest";
import { type Heat, heatOf, heatStep } from "../../src/features/grid/heat.ts";
import { STEPS } from "../../src/ui/heat-scale.ts";

const { NaN: nan, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minus, MAX_VALUE: most } = Number;

function heat(values: number[], low: number[], high: number[], reach: Heat["reach"] = "all"): Heat {
  const made = heatOf(new NdArray("float64", [values.length], [1], 0, Float64Array.from(values)), reach, low, high);
  if (made === null) throw new Error("These are numbers.");
  return made;
}

describe("the colour of a cell", () => {
  it("is the first step for the smallest, the last for the largest, and the middle between them", () => {
    const scale = heat([-4, 6, 1], [-4], [6]);
    expect([0, 1, 2].map((at) => heatStep(scale, at, 0, 0))).toEqual(["0", String(STEPS - 1), String(STEPS / 2)]);
  });

  it("is apart for infinities, and none for NaN", () => {
    const scale = heat([nan, inf, minus], [0], [1]);
    expect([0, 1, 2].map((at) => heatStep(scale, at, 0, 0))).toEqual(["", "inf", "-inf"]);
  });

  it("is that of the column or the row where each has a scale of its own", () => {
    const values = [5, 5, 5];
    expect(heatStep(heat(values, [0, 5], [5, 10], "columns"), 0, 9, 0)).toBe(String(STEPS - 1));
    expect(heatStep(heat(values, [0, 5], [5, 10], "columns"), 0, 9, 1)).toBe("0");
    expect(heatStep(heat(values, [0, 5], [5, 10], "rows"), 0, 1, 9)).toBe("0");
  });

  it("is the middle one where all numbers are the same", () => {
    expect(heatStep(heat([3], [3], [3]), 0, 0, 0)).toBe(String(STEPS / 2));
  });

  it("stands on the widest scale that there is", () => {
    const scale = heat([-most, 0, most], [-most], [most]);
    expect([0, 1, 2].map((at) => heatStep(scale, at, 0, 0))).toEqual(["0", String(STEPS / 2), String(STEPS - 1)]);
  });

  it("is none for what is no number", () => {
    expect(heatOf(new NdArray("complex128", [1], [1], 0, new Float64Array(2)), "all", [0], [1])).toBeNull();
  });
});
