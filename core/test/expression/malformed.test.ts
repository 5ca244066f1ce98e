import { expect, test } from "vitest";
import { compile, ExpressionError, evaluate } from "../../src/expression/index.ts";
import { fromNested } from "../../src/index.ts";
import { MALFORMED } from "./malformed-texts.ts";

const a = fromNested([
  [8, 92, 93],
  [94, 9, 7],
]);

function refusal(text: string): ExpressionError {
  try {
    evaluate(compile(text), a);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`${text} was taken`);
}

test("there are more than 200 malformed expressions, and none stands here twice", () => {
  expect(new Set(MALFORMED).size).toBe(MALFORMED.length);
  expect(MALFORMED.length).toBeGreaterThan(200);
});

test.each(MALFORMED.map((text) => [text.slice(0, 60), text]))("%j is refused at its place, with a reason", (_, text) => {
  const before = a.data.slice();
  const error = refusal(text);
  expect(error.start).toBeGreaterThanOrEqual(0);
  expect(error.end).toBeLessThanOrEqual(text.length);
  expect(error.start).toBeLessThanOrEqual(error.end);
  // What is underlined can be seen, if there is anything to see.
  if (text.trim() !== "" && !text.startsWith("#")) expect(error.end).toBeGreaterThan(error.start);
  expect(error.message.length).toBeGreaterThan(10);
  if (error.name === "ExpressionError") expect(error.message).toMatch(/^\S[^\n]*\.$/u);
  expect(error.toFault().fields).toMatchObject({ start: error.start, end: error.end });
  expect(a.data).toEqual(before);
});

// What is underlined, and why, one of each kind.
test.each([
  ["np.argmin(a, axsi=0)", "axsi", "np.argmin has no argument axsi (did you mean axis?)."],
  ["np.argmn(a)", "argmn", "np.argmn is not known here (did you mean argmin?)."],
  ["np.argmin(a, axis=0", "0", "Here a comma or the closing ) is missing."],
  ["np.argmin(a b)", "b", "Here a comma or the closing ) is missing."],
  ["np.argmin(a) + 1", "+", "Argscope does not calculate here: an expression takes views of one array and one reduction."],
  ["np.argmin(a, out=a)", "a", "Argscope makes a new array for the answer: leave out= away."],
  ["np.argmin(a, keepdims=2)", "2", "keepdims is True or False."],
  ["np.argmin(a, 0, axis=1)", "axis=1", "np.argmin is given axis twice."],
  ["np.argmin(a)[0]", "np.argmin(a)", "An expression has one reduction, and it comes last: take slices and views before it."],
  ["a.nanargmin(axis=0)", "nanargmin", "An array has no method nanargmin: write np.nanargmin(…)."],
  ["np.argmin(b)", "b", "b is not known here: the array is called a."],
  ["argmin(a)", "argmin", "Write np.argmin."],
  ["a[[0, 1]]", "[0, 1]", "Argscope takes no list as an index: only whole numbers, slices, ... and np.newaxis give a view."],
  ["a[0, 'x", "'x", "The quoted text does not end, or an escape in it is not understood."],
  ["a[1.2.3]", "1.2.3", "This is not a whole or decimal number."],
  ["[[1, 2]].T", "[[1, 2]]", "A list is no array yet: write np.array(…) around it."],
  ["[1, a]", "a", "A list holds numbers, text, True, False and lists of them."],
  ["x = a", "=", "Nothing can be given a name here: write the expression alone."],
  [
    "np.random.default_rng().integers(3)",
    "np.random.default_rng()",
    "Give default_rng a seed, such as default_rng(0): the numbers are then the same every time.",
  ],
  ["😀.T", "😀", "The character 😀 has no meaning here."],
])("%s underlines %j: %s", (text, piece, reason) => {
  const { start, end, message } = refusal(text);
  expect([text.slice(start, end), message]).toEqual([piece, reason]);
});

// What NumPy refuses keeps NumPy's name, words and tag.
test.each([
  ["np.argmin(a, axis=2)", "2", "AxisError", "Axis", "axis 2 is out of bounds for array of dimension 2"],
  ["np.argmin(a, axis=1.5)", "1.5", "TypeError", "Type", "'float' object cannot be interpreted as an integer"],
  [
    "np.argmin(a[0, 0, 0])",
    "[0, 0, 0]",
    "IndexError",
    "Index",
    "too many indices for array: array is 2-dimensional, but 3 were indexed",
  ],
  ["np.argmin(a[5])", "[5]", "IndexError", "Index", "index 5 is out of bounds for axis 0 with size 2"],
  ["a[0, 0][0]", "[0]", "IndexError", "Index", "invalid index to scalar variable."],
  ["a.reshape(4, 2).T", "reshape(4, 2)", "ValueError", "Value", "cannot reshape array of size 6 into shape (4,2)"],
  ["a.transpose(0, 0)", "transpose(0, 0)", "ValueError", "Value", "repeated axis in transpose"],
  ["np.argmin(a[:0])", "np.argmin(a[:0])", "ValueError", "Value", "attempt to get argmin of an empty sequence"],
  [
    "np.min(a[:, :0], axis=1)",
    "1",
    "ValueError",
    "Value",
    "zero-size array to reduction operation minimum which has no identity",
  ],
  ["np.arange(0, 1, 0)", "np.arange(0, 1, 0)", "ZeroDivisionError", "Value", "division by zero"],
  [
    "np.array([1, [2]])",
    "np.array([1, [2]])",
    "ValueError",
    "Value",
    "setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.",
  ],
  [
    "np.unravel_index(6, a.shape)",
    "np.unravel_index(6, a.shape)",
    "ValueError",
    "Value",
    "index 6 is out of bounds for array with size 6",
  ],
])("%s underlines %j: %s (%s)", (text, piece, name, tag, message) => {
  const error = refusal(text);
  expect([text.slice(error.start, error.end), error.name, error.tag, error.message]).toEqual([piece, name, tag, message]);
});
