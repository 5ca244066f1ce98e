import { fromControls } from "@argscope/core/expression/index.ts";
import { describe, expect, it } from "vitest";
import { understand } from "../../src/features/reduction/expression.ts";

const plain = { operation: "argmin", axis: null, nan: "numpy", keepdims: false, of: "a" } as const;

/** What is open, of so many dimensions. */
function open(ndim: number): { shape: number[]; dtype: "float64" } {
  return { shape: Array.from({ length: ndim }, () => 3), dtype: "float64" };
}

it("the line that the controls write is understood as what they say", () => {
  for (const operation of ["argmin", "argmax"] as const)
    for (const axis of [null, 0, 1, 2])
      for (const nan of ["numpy", "skip"] as const)
        for (const keepdims of [false, true]) {
          const reduction = { operation, axis, nan, keepdims, of: "a" };
          expect(understand(fromControls(reduction), open(3))).toEqual({ kind: "reduction", reduction });
        }
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
    expect(understand(text, open(2))).toEqual({ kind: "reduction", reduction: { ...plain, ...change } });
  });

  it("takes axis 0 and -1 of an array without dimensions, as NumPy does", () => {
    expect(understand("np.argmin(a, axis=0)", open(0))).toEqual({ kind: "reduction", reduction: plain });
    expect(understand("np.argmin(a, axis=-1)", open(0))).toEqual({ kind: "reduction", reduction: plain });
  });

  it("takes a list as a new array, open or not", () => {
    expect(understand(" [[1, 2], [3, 4]] ", null)).toEqual({ kind: "array", text: "[[1, 2], [3, 4]]", asks: "" });
  });
});

it("takes a maker as a new array", () => {
  expect(understand("np.arange(12).reshape(3, 4)", open(2))).toEqual({
    kind: "array",
    text: "np.arange(12).reshape(3, 4)",
    asks: "",
  });
});

it("leaves a long text to the worker", () => {
  const text = `[${"1, ".repeat(10_000)}1]`;
  expect(understand(text, null)).toEqual({ kind: "array", text, asks: "" });
});

it("takes a question of a new array as both: the array, and the question of a", () => {
  expect(understand("np.argmin(np.arange(12).reshape(3, 4), axis=1)", null)).toEqual({
    kind: "array",
    text: "np.arange(12).reshape(3, 4)",
    asks: "np.argmin(a, axis=1)",
  });
  expect(understand("np.array([[8,92,93],[94,9,7]]).max(axis=0)", open(1))).toEqual({
    kind: "array",
    text: "np.array([[8,92,93],[94,9,7]])",
    asks: "a.max(axis=0)",
  });
});

describe("views of a", () => {
  it.each([
    ["np.argmin(a[::-1].T, axis=-1)", { axis: 1, of: "a[::-1].T" }],
    ["a[0].argmax()", { operation: "argmax", of: "a[0]" }],
    ["np.nanargmin(np.transpose(a)[1:, 2], 0)", { nan: "skip", axis: 0, of: "a.T[1:, 2]" }],
  ] as const)("%s is what the controls can say of a view", (text, change) => {
    expect(understand(text, open(2))).toEqual({ kind: "reduction", reduction: { ...plain, ...change } });
  });

  it("alone are something to show", () => {
    expect(understand("a.T", open(2))).toEqual({ kind: "view", of: "a.T" });
    expect(understand("a", open(2))).toEqual({ kind: "view", of: "a" });
  });
});

describe("what the controls cannot say", () => {
  it.each([
    ["np.min(a, axis=-1)", { axis: 1 }],
    ["a[1:].max()", { operation: "argmax", of: "a[1:]" }],
    ["np.unravel_index(np.argmin(a), a.shape)", {}],
  ] as const)("%s is a value, beside the reduction that finds it", (text, change) => {
    expect(understand(text, open(2))).toEqual({ kind: "value", text, reduction: { ...plain, ...change } });
  });
});

describe("what is not understood", () => {
  it.each([
    ["np.argmin(a, axis=2)", "2", /^AxisError: axis 2 is out of bounds for array of dimension 2$/u],
    ["np.argmin(a, -3)", "-3", /^AxisError: axis -3 is out of bounds for array of dimension 2$/u],
    ["np.argmin(a, axis=0.5)", "0.5", /^TypeError: 'float' object cannot be interpreted as an integer$/u],
    ["np.argmax(b)", "b", /b/u],
    ["np.argmin(a) + 1", "+", /\S/u],
    ["np.min(a, axis=2)", "2", /^AxisError: axis 2 is out of bounds/u],
    ["np.argmin(a[3])", "[3]", /^IndexError: index 3 is out of bounds for axis 0 with size 3$/u],
  ] as const)("%s: at %j", (text, at, reason) => {
    const meant = understand(text, open(2));
    expect(meant).toMatchObject({ kind: "mistake", reason: expect.stringMatching(reason) });
    if (meant.kind === "mistake") expect(text.slice(meant.from, meant.to)).toBe(at);
  });

  it("is a reduction where nothing is open", () => {
    expect(understand(" np.argmin(a)", null)).toMatchObject({
      kind: "mistake",
      from: 1,
      reason: expect.stringMatching(/no array yet/u),
    });
  });
});
