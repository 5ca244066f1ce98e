import { expect, test } from "vitest";
import { compile, operandOf, originsOf, type Region, viewOf, wholeRegion } from "../../src/expression/index.ts";
import { NdArray } from "../../src/index.ts";
import { Random } from "../live/random.ts";
import { randomIndex } from "../live/random-index.ts";

const table = { shape: [9, 4], dtype: "float64" as const };

test("the whole array is its own base, and its region takes everything", () => {
  expect(operandOf("a", table)).toEqual({
    text: "a",
    base: "a",
    region: wholeRegion([9, 4]),
    shape: [9, 4],
    dtype: "float64",
  });
});

test.each<[string, string, Region]>([
  [
    "a[2:5]",
    "a",
    [
      { start: 2, count: 3, axis: 0 },
      { start: 0, count: 4, axis: 1 },
    ],
  ],
  [
    "a[2:5, 1:3]",
    "a",
    [
      { start: 2, count: 3, axis: 0 },
      { start: 1, count: 2, axis: 1 },
    ],
  ],
  [
    "a[-2:]",
    "a",
    [
      { start: 7, count: 2, axis: 0 },
      { start: 0, count: 4, axis: 1 },
    ],
  ],
  [
    "a[3]",
    "a",
    [
      { start: 3, count: 1, axis: null },
      { start: 0, count: 4, axis: 0 },
    ],
  ],
  [
    "a[..., -1]",
    "a",
    [
      { start: 0, count: 9, axis: 0 },
      { start: 3, count: 1, axis: null },
    ],
  ],
  [
    "a[1:8][2:4, 1:][:, 0]",
    "a",
    [
      { start: 3, count: 2, axis: 0 },
      { start: 1, count: 1, axis: null },
    ],
  ],
  [
    "a[3, 2]",
    "a",
    [
      { start: 3, count: 1, axis: null },
      { start: 2, count: 1, axis: null },
    ],
  ],
  [
    "a[5:5]",
    "a",
    [
      { start: 0, count: 0, axis: 0 },
      { start: 0, count: 4, axis: 1 },
    ],
  ],
  [
    "a.T[1]",
    "a.T",
    [
      { start: 1, count: 1, axis: null },
      { start: 0, count: 9, axis: 0 },
    ],
  ],
  [
    "a[::-1].T[0:2, 3:]",
    "a[::-1].T",
    [
      { start: 0, count: 2, axis: 0 },
      { start: 3, count: 6, axis: 1 },
    ],
  ],
  ["a[1:5].T", "a[1:5].T", wholeRegion([4, 4])],
  ["a[::2]", "a[::2]", wholeRegion([5, 4])],
  ["a[None]", "a[None]", wholeRegion([1, 9, 4])],
  [
    "a.reshape(4, 9)[2]",
    "a.reshape(4, 9)",
    [
      { start: 2, count: 1, axis: null },
      { start: 0, count: 9, axis: 0 },
    ],
  ],
  ["np.broadcast_to(a, (2, 9, 4))", "np.broadcast_to(a, (2, 9, 4))", wholeRegion([2, 9, 4])],
])("%s is a region of %s", (text, base, region) => {
  expect(operandOf(text, table)).toMatchObject({ text, base, region });
});

test("another text for the same view is written as we write it", () => {
  expect(operandOf("np.transpose( a )[ 0 ]", table).text).toBe("a.T[0]");
});

test.each(["np.argmin(a)", "[1, 2]", "np.arange(3)"])("%s is no view of a", (text) => {
  expect(() => operandOf(text, table)).toThrow("Here a or a view of it is needed");
});

test("what does not fit is refused with NumPy's words and its place", () => {
  expect(() => operandOf("a[9]", table)).toThrow("index 9 is out of bounds for axis 0 with size 9");
});

/** A view that starts with `a` whose every element is its own position in the ravel. */
function counted(shape: readonly number[]): NdArray {
  const size = shape.reduce((product, length) => product * length, 1);
  const strides = shape.map((_, k) => shape.slice(k + 1).reduce((product, length) => product * length, 1));
  return new NdArray(
    "float64",
    shape,
    strides,
    0,
    Float64Array.from({ length: size }, (_, k) => k),
  );
}

const seed = 24_061;

test(`400 random views: base and region together are the view, origins tell where it comes from (seed ${seed})`, () => {
  const random = new Random(seed);
  let regions = 0;
  for (let k = 0; k < 400; k++) {
    const a = counted(Array.from({ length: random.integer(1, 4) }, () => random.integer(1, 5)));
    const text = randomView(random, a);
    if (text === null) continue;
    const operand = operandOf(text, a);
    const view = viewOf(compile(text), a);
    const base = viewOf(compile(operand.base), a);
    expect(operand.shape, text).toEqual(view.shape);
    expect(taken(base, operand.region).toNested(), text).toEqual(view.toNested());
    if (operand.base === "a" && text !== "a") regions++;
    for (const [axis, origin] of originsOf(compile(text), a).entries()) {
      if (origin === null || view.size === 0) continue;
      const along = Array.from({ length: view.shape[axis] as number }, (_, n) =>
        view.item(...view.shape.map((_l, d) => (d === axis ? n : 0))),
      );
      const weight = a.strides[origin.axis] as number;
      const length = a.shape[origin.axis] as number;
      expect(
        along.map((value) => Math.floor(Number(value) / weight) % length),
        `${text}, axis ${axis}`,
      ).toEqual(along.map((_, n) => origin.start + n * origin.step));
    }
  }
  expect(regions).toBeGreaterThan(50);
});

function randomView(random: Random, a: NdArray): string | null {
  let text = "a";
  for (let steps = random.integer(1, 3); steps > 0; steps--) {
    const { shape } = viewOf(compile(text), a);
    const bounds = shape.map((length) => {
      const from = random.integer(0, length);
      return random.oneIn(4) && length > 0
        ? String(random.integer(-length, length - 1))
        : `${from}:${random.integer(from, length)}`;
    });
    const plain = bounds.length > 0 ? `${text}[${bounds.slice(0, random.integer(1, bounds.length)).join(", ")}]` : `${text}.T`;
    text = random.pick([plain, plain, plain, `${text}.T`, `${text}[${randomIndex(random, shape)}]`, `${text}.reshape(-1)`]);
    try {
      operandOf(text, a);
    } catch {
      return null;
    }
  }
  return text;
}

/** What a region takes of its base. */
function taken(base: NdArray, region: Region): NdArray {
  const kept = region.flatMap(({ axis, count }, d) => (axis === null ? [] : [{ count, stride: base.strides[d] as number }]));
  const offset = region.reduce((sum, { start }, d) => sum + start * (base.strides[d] as number), base.offset);
  return new NdArray(
    base.dtype,
    kept.map(({ count }) => count),
    kept.map(({ stride }) => stride),
    offset,
    base.data,
  );
}
