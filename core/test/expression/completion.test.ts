import { expect, test } from "vitest";
import { complete } from "../../src/expression/index.ts";

const a = { shape: [4, 3, 2], dtype: "float64" as const };

/** The candidates at the bar in the text, and what is replaced. */
function at(marked: string, array: Parameters<typeof complete>[2] = a): { texts: string[]; replaced: string } {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { start, end, candidates } = complete(text, caret, array);
  return { texts: candidates.map((candidate) => candidate.text), replaced: text.slice(start, end) };
}

test.each<[string, string[], string]>([
  ["|", ["a", "np"], ""],
  ["n|", ["np"], "n"],
  ["np.argm|", ["argmin(", "argmax("], "argm"],
  ["np.ARGMA|", ["argmax("], "ARGMA"],
  ["np.ar|gmin(a)", ["argmin(", "argmax(", "array(", "arange("], "argmin"],
  ["numpy.un|", ["unravel_index("], "un"],
  ["np.random.|", ["default_rng("], ""],
  ["np.random.default_rng(0).|", ["integers("], ""],
  ["a.|", ["argmin(", "argmax(", "min(", "max(", "reshape(", "transpose(", "T", "shape"], ""],
  ["a[1:, 0].T|", ["T", "transpose("], "T"],
  ["np.argmin(a[0].|", ["argmin(", "argmax(", "min(", "max(", "reshape(", "transpose(", "T", "shape"], ""],
  ["np.argmin(|", ["a", "np", "axis=", "keepdims="], ""],
  ["np.argmin(a, |", ["None", "0", "1", "2", "axis=", "keepdims="], ""],
  ["np.argmin(a, ax|", ["axis="], "ax"],
  ["np.argmin(a, axis=|", ["None", "0", "1", "2"], ""],
  ["np.argmin(a[0], axis=|)", ["None", "0", "1"], ""],
  ["np.argmin(np.zeros((2, 3)), axis=|)", ["None", "0", "1"], ""],
  ["np.argmin(x, axis=|)", ["None"], ""],
  ["a[0, 0].argmax(axis=|", ["None", "0"], ""],
  ["a.argmax(axis=0, |", ["keepdims="], ""],
  ["a.argmax(axis=0, keepdims=|", ["True", "False"], ""],
  ["np.array([1], dtype=flo|", ["float"], "flo"],
  ["np.array([1], dtype=s|", ["str"], "s"],
  ["np.array([1], dtype=np.c|", ["complex64", "complex128"], "c"],
  ["np.array([1], dtype=np.u|", ["uint8", "uint16", "uint32", "uint64"], "u"],
  ["np.unravel_index(np.argmin(a), |", ["a", "np", "shape="], ""],
  ["a[|", ["np", "None"], ""],
  ["a[0, N|", ["None", "np"], "N"],
  ["[1, n|", ["np", "nan"], "n"],
  ["b.c|", [], "c"],
  ["5.|", [], ""],
  ["'np.|", [], ""],
  ["np.argmin(a)|", [], ""],
  ["x|", [], "x"],
])("at %j come %j in place of %j", (marked, texts, replaced) => {
  expect(at(marked)).toEqual({ texts, replaced });
});

test("where no array is open, a is not offered", () => {
  expect(at("|", null).texts).toEqual(["np"]);
  expect(at("np.argmin(a, axis=|", null).texts).toEqual(["None"]);
});

test("every function that is offered is understood with its brackets", () => {
  for (const text of at("np.|").texts.filter((name) => name.endsWith("("))) {
    expect(at(`np.${text}|`).texts, text).not.toEqual([]);
  }
});
