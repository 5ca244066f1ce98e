import { describe, expect, it } from "vitest";
import { expressionOf, understand } from "../../src/features/reduction/expression.ts";

const plain = { operation: "argmin", axis: null, nan: "numpy", keepdims: false } as const;

describe("the NumPy line of a reduction", () => {
  it.each([
    [plain, "np.argmin(a)"],
    [{ ...plain, axis: 0 }, "np.argmin(a, axis=0)"],
    [{ ...plain, operation: "argmax", axis: 1, keepdims: true }, "np.argmax(a, axis=1, keepdims=True)"],
    [{ ...plain, nan: "skip" }, "np.nanargmin(a)"],
  ] as const)("%j is %s", (reduction, line) => {
    expect(expressionOf(reduction)).toBe(line);
  });

  it("is understood as the reduction that it was written for", () => {
    for (const operation of ["argmin", "argmax"] as const)
      for (const axis of [null, 0, 1, 2])
        for (const nan of ["numpy", "skip"] as const)
          for (const keepdims of [false, true]) {
            const reduction = { operation, axis, nan, keepdims };
            expect(understand(expressionOf(reduction), 3)).toEqual({ kind: "reduction", reduction });
          }
  });
});

describe("what is understood", () => {
  it.each([
    ["np.argmin(a, 0)", { axis: 0 }],
    ["numpy.argmax(a)", { operation: "argmax" }],
    ["a.argmin()", {}],
    ["a.argmax(1)", { operation: "argmax", axis: 1 }],
    ["a.argmin(axis=1, keepdims=True)", { axis: 1, keepdims: true }],
    ["np.argmin(a, axis=None)", {}],
    ["np.argmin(a, None)", {}],
    ["np.argmin(a, axis=-1)", { axis: 1 }],
    ["np.argmin(a, -2)", { axis: 0 }],
    ["np.argmin(a, axis=+1)", { axis: 1 }],
    ["np.argmin(a, keepdims=True, axis=0)", { axis: 0, keepdims: true }],
    ["np.argmin(a, keepdims=False)", {}],
    ["  np . argmin ( a , axis = 0 , ) ", { axis: 0 }],
  ] as const)("%s", (text, change) => {
    expect(understand(text, 2)).toEqual({ kind: "reduction", reduction: { ...plain, ...change } });
  });

  it("takes axis 0 and -1 of an array without dimensions, as NumPy does", () => {
    expect(understand("np.argmin(a, axis=0)", 0)).toEqual({ kind: "reduction", reduction: plain });
    expect(understand("np.argmin(a, axis=-1)", 0)).toEqual({ kind: "reduction", reduction: plain });
  });

  it("takes a list as a new array, open or not", () => {
    expect(understand(" [[1, 2], [3, 4]] ", null)).toEqual({ kind: "array", text: "[[1, 2], [3, 4]]" });
  });
});

describe("what is not understood", () => {
  it.each([
    ["np.argmin(a, axis=2)", 2, "2", "AxisError: axis 2 is out of bounds for array of dimension 2"],
    ["np.argmin(a, -3)", 2, "-3", "AxisError: axis -3 is out of bounds for array of dimension 2"],
    ["np.argmin(a, axis=1)", 0, "1", "AxisError: axis 1 is out of bounds for array of dimension 1"],
    ["np.argmin(a, axis=0.5)", 2, "0.5", "axis is None or a whole number."],
    ["np.argmin(a, axis=True)", 2, "True", "axis is None or a whole number."],
    ["np.argsort(a)", 2, "argsort", "Argscope knows np.argmin, np.argmax, np.nanargmin and np.nanargmax."],
    ["np.constructor(a)", 2, "constructor", "Argscope knows np.argmin, np.argmax, np.nanargmin and np.nanargmax."],
    ["np.argmin(b)", 2, "b", "The array is called a."],
    ["a.nanargmin()", 2, "nanargmin", "An array has no method nanargmin. Write np.nanargmin(a)."],
    ["np.argmin(a, 0, True)", 2, "True", "Only axis may stand without its name, and only first."],
    ["np.argmin(a, axis=0, axis=1)", 2, "axis", "axis is given twice."],
    ["np.argmin(a, out=b)", 2, "out", "The arguments are axis and keepdims."],
    ["np.argmin(a, keepdims=1)", 2, "1", "keepdims is True or False."],
    ["np.argmin(a) + 1", 2, "+", "Nothing may follow the closing bracket."],
    ["import os", 2, "import", "An expression starts with np., with a. or with a list such as [91, 92, 93]."],
    ["np.argmin(a", 2, "", "Here a comma or the closing bracket is missing."],
    ["", 2, "", "Write a function of the array, such as np.argmin(a, axis=0)."],
    ["np.argmin(a)", null, "np", "There is no array yet. Open a file, or type a list such as [91, 92, 93]."],
  ] as const)("%s with %s dimensions: at %j, %s", (text, ndim, at, reason) => {
    const meant = understand(text, ndim);
    expect(meant).toMatchObject({ kind: "mistake", reason });
    if (meant.kind === "mistake") expect(text.slice(meant.from, meant.to)).toBe(at);
  });

  it("points at the second of two equal names", () => {
    expect(understand("np.argmin(a, axis=0, axis=1)", 2)).toMatchObject({ from: 21, to: 25 });
  });
});
