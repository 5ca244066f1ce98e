import { expect, test } from "vitest";
import type { Reduction } from "../../src/contract/worker.ts";
import { compile, fromControls, toControls } from "../../src/expression/index.ts";

const a = { shape: [2, 3], dtype: "int64" as const };
const whole: Reduction = { operation: "argmin", axis: null, nan: "numpy", keepdims: false, of: "a" };

test.each<[string, Partial<Reduction>]>([
  ["np.argmin(a)", {}],
  ["np.argmin(a, axis=0)", { axis: 0 }],
  ["np.argmax(a, axis=1)", { operation: "argmax", axis: 1 }],
  ["np.nanargmin(a, axis=0, keepdims=True)", { nan: "skip", axis: 0, keepdims: true }],
  ["np.nanargmax(a[0], axis=0)", { operation: "argmax", nan: "skip", axis: 0, of: "a[0]" }],
  ["np.argmin(a[:, 1:3], axis=1)", { axis: 1, of: "a[:, 1:3]" }],
  ["np.argmin(a[::-1].T, axis=1)", { axis: 1, of: "a[::-1].T" }],
  ["np.argmin(a.T.reshape(3, 2, 1), axis=2)", { axis: 2, of: "a.T.reshape(3, 2, 1)" }],
  ["np.argmin(a.transpose(1, 0), axis=0)", { axis: 0, of: "a.transpose(1, 0)" }],
  ["np.argmin(a.reshape(a.T.shape), axis=0)", { axis: 0, of: "a.reshape(a.T.shape)" }],
])("%s is what the controls write and what drives them", (text, part) => {
  const controls = { ...whole, ...part };
  expect(toControls(compile(text), a)).toEqual(controls);
  expect(fromControls(controls)).toBe(text);
});

test.each<[string, Partial<Reduction>]>([
  ["a.argmin(0)", { axis: 0 }],
  ["numpy.argmin( a , -1 )", { axis: 1 }],
  ["np.argmin(axis=None, a=a)", {}],
  ["a[ : , 1 : ].argmax(axis=-2)", { operation: "argmax", axis: 0, of: "a[:, 1:]" }],
  ["np.argmin(np.transpose(a), 0)", { axis: 0, of: "a.T" }],
])("%s is another text for the same controls", (text, part) => {
  expect(toControls(compile(text), a)).toEqual({ ...whole, ...part });
});

test.each([
  "a",
  "a[0]",
  "[1, 2]",
  "np.argmin([1, 2])",
  "np.argmin(np.arange(3))",
  "np.min(a)",
  "np.unravel_index(np.argmin(a), a.shape)",
])("%s is no setting of the controls", (text) => {
  expect(toControls(compile(text), a)).toBeNull();
});

test("without a shape the axis stays as it was written", () => {
  expect(toControls(compile("np.argmin(a, axis=-1)"))?.axis).toBe(-1);
});

test("an array without dimensions has no axis to choose", () => {
  expect(toControls(compile("np.argmin(a, axis=0)"), { shape: [], dtype: "int64" })?.axis).toBeNull();
});

test("an axis that the view has not is NumPy's refusal", () => {
  expect(() => toControls(compile("np.argmin(a[0], axis=1)"), a)).toThrow("axis 1 is out of bounds for array of dimension 1");
});
