import { expect, test } from "vitest";
import { compile, ExpressionError, evaluate, inspect } from "../../src/expression/index.ts";
import { CancelledError, empty, free, fromNested, type NdArray } from "../../src/index.ts";
import { heldBytes } from "../../src/memory/engine-memory.ts";
import { described } from "./described.ts";

const a = fromNested([
  [8, 92, 93],
  [94, 9, 7],
]);

function nested(text: string, array: NdArray | null = a): unknown {
  const evaluated = evaluate(compile(text), array);
  if (evaluated.kind === "coordinates") return evaluated.arrays.map((part) => part.toNested());
  return evaluated.array.toNested();
}

test.each<[string, unknown]>([
  ["np.argmin(a)", 5],
  ["np.argmin(a, axis=0)", [0, 1, 1]],
  ["np.argmin(a, 1)", [0, 2]],
  ["numpy.argmax(a, axis=-1, keepdims=True)", [[2], [0]]],
  ["a.argmin(axis=0)", [0, 1, 1]],
  ["np.argmin(a[::-1].T, axis=-1)", [1, 0, 0]],
  ["np.argmin(axis=1, a=a, out=None)", [0, 2]],
  ["np.min(a)", 7n],
  ["a.min(axis=0)", [8n, 9n, 7n]],
  ["np.max(a, axis=1, keepdims=True)", [[93n], [94n]]],
  ["np.unravel_index(np.argmin(a), a.shape)", [1, 2]],
  ["np.unravel_index(np.argmin(a, axis=0), (2,))", [[0, 1, 1]]],
  ["np.unravel_index(a[1:].argmax(), a[1:].shape)", [0, 0]],
  [
    "np.unravel_index([1, 5], a.shape)",
    [
      [0, 1],
      [1, 2],
    ],
  ],
  ["a[0, 1]", 92n],
  ["a[..., 0]", [8n, 94n]],
  [
    "a[:, 1:3].T",
    [
      [92n, 9n],
      [93n, 7n],
    ],
  ],
  ["a[None, 1]", [[94n, 9n, 7n]]],
  [
    "np.arange(12).reshape(3, 4)[1:, ::2]",
    [
      [4n, 6n],
      [8n, 10n],
    ],
  ],
  ["np.arange(0, 1, 0.25)", [0, 0.25, 0.5, 0.75]],
  ["np.arange(0, 5, 1e400)", [0]],
  ["np.arange(0, 5, -1e400)", []],
  ["np.arange(5, 0, -1e400)", [5]],
  // Beyond 2^24 float32 does not hold every count, and NumPy reckons with those that it holds.
  ["np.arange(16777220, dtype=np.float32)[16777217:].max()", 16777220],
  ["np.arange(0, 1677821.6, 0.1, dtype=np.float32)[16777217:16777220:2]", [1677721.625, 1677722]],
  [
    "np.zeros((2, 2))",
    [
      [0, 0],
      [0, 0],
    ],
  ],
  ["np.ones(3, dtype=bool)", [true, true, true]],
  ["np.full((1, 2), 7)", [[7n, 7n]]],
  [
    "np.eye(2, 3, k=1, dtype=int)",
    [
      [0n, 1n, 0n],
      [0n, 0n, 1n],
    ],
  ],
  [
    "np.random.default_rng(0).integers(0, 100, size=(2, 3))",
    [
      [85n, 63n, 51n],
      [26n, 30n, 4n],
    ],
  ],
  [
    "[[8, 92, 93], [94, 9, 7]]",
    [
      [8n, 92n, 93n],
      [94n, 9n, 7n],
    ],
  ],
  [
    "np.array([[8,92,93],[94,9,7]])",
    [
      [8n, 92n, 93n],
      [94n, 9n, 7n],
    ],
  ],
  ["array([1., nan, -inf])", [1, Number.NaN, Number.NEGATIVE_INFINITY]],
  ["np.argmin([3, 1, 2])", 1],
  ["np.argmin((3, 1, 2))", 1],
  ["np.nanargmin([nan, 2, 1])", 2],
  ["np.reshape(a, -1)", [8n, 92n, 93n, 94n, 9n, 7n]],
  [
    "np.transpose(a, (1, 0))",
    [
      [8n, 94n],
      [92n, 9n],
      [93n, 7n],
    ],
  ],
  [
    "a.reshape(a.T.shape)",
    [
      [8n, 92n],
      [93n, 94n],
      [9n, 7n],
    ],
  ],
])("%s", (text, value) => {
  expect(nested(text)).toEqual(value);
});

test("min and max answer NaN where there is one; nanmin and nanmax pass over it", () => {
  const text = "np.array([[1., nan, inf], [nan, nan, nan], [nan, inf, inf]])";
  expect(nested(`np.min(${text}, axis=1)`)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  // nanargmin takes NaN for infinity; nanmin does not.
  expect(nested(`np.nanmin(${text}, axis=1)`)).toEqual([1, Number.NaN, Number.POSITIVE_INFINITY]);
  expect(nested("np.nanmax([nan, -inf])")).toBe(Number.NEGATIVE_INFINITY);
});

test("nanmin passes over NaT, though nanargmin does not", () => {
  const times = fromNested(["NaT", "2020-01-02", "2020-01-01"], "datetime64[D]");
  expect(nested("np.nanmin(a)", times)).toBe("2020-01-01");
  expect(nested("np.nanargmin(a)", times)).toBe(0);
});

test("a view of a copies nothing, and everything else is new", () => {
  const view = evaluate(compile("a[::-1].T"), a);
  expect(view.kind === "array" && view.array.data).toBe(a.data);
  const made = evaluate(compile("a.T.reshape(-1)"), a);
  expect(made.kind === "array" && made.array.data).not.toBe(a.data);
});

test("what is made on the way is given back", () => {
  const text = "np.min(np.zeros((700, 700)).T.reshape(-1))";
  const refused = compile("np.zeros((700, 700)).T.reshape(-1)[490000]");
  const run = () => {
    const evaluated = evaluate(compile(text), null);
    if (evaluated.kind === "values") free(evaluated.array);
    expect(() => evaluate(refused, null)).toThrow("index 490000 is out of bounds for axis 0 with size 490000");
  };
  run();
  const held = heldBytes();
  for (let k = 0; k < 20; k++) run();
  expect(heldBytes()).toBe(held);
});

test("an expression makes no more than a machine has room for", () => {
  for (const text of ["np.zeros((100000, 100000))", "np.arange(10000000000)", "np.eye(100000)"]) {
    expect(() => inspect(compile(text), null), text).toThrow("An expression makes at most 67108864 elements");
  }
  expect(() => evaluate(compile("np.random.default_rng(0).integers(9, size=99999999)"), null)).toThrow(ExpressionError);
});

test("looking at shapes costs nothing, however large the array is", () => {
  const vast = { shape: [2 ** 31, 1_000_000], dtype: "float32" as const };
  expect(inspect(compile("np.argmin(a.T[5:, ::-2].reshape(5, -1), axis=-1)"), vast)).toMatchObject({
    axis: 1,
    shape: [5],
    view: { dtype: "float32", shape: [5, (999_995 * 2 ** 30) / 5] },
  });
});

test("without an array only what needs none is evaluated", () => {
  expect(described(evaluate(compile("np.arange(3)"), null))).toMatchObject({ shape: [3] });
  expect(() => evaluate(compile("np.argmin(a)"), null)).toThrow(
    "There is no array yet: open a file, or type a list such as [91, 92, 93].",
  );
});

test("a cancelled reduction is no mistake in the text", () => {
  const control = new Int32Array(new SharedArrayBuffer(8));
  control[1] = 1;
  const large = empty([4_000_000], "float64");
  expect(() => evaluate(compile("np.min(a)"), large, control)).toThrow(CancelledError);
  free(large);
});
