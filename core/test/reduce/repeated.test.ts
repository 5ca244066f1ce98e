import { describe, expect, it } from "vitest";
import { argmax, argmin, NdArray, nanargmax, nanargmin } from "../../src/index.ts";
import { reduceRepeated } from "../../src/reduce/repeated.ts";
import { Random } from "../live/random.ts";

const seed = 24_062;

function outcome(work: () => NdArray): unknown {
  try {
    const found = work();
    return { shape: found.shape, indices: found.toNested() };
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

describe("a reduction of repeated elements", () => {
  it(`gives what the plain reduction gives, whatever repeats (seed ${seed})`, () => {
    const random = new Random(seed);
    for (let k = 0; k < 600; k++) {
      const shape = Array.from({ length: random.integer(0, 4) }, () => random.integer(random.oneIn(20) ? 0 : 1, 4));
      const strides = shape.map((_, d) => (random.oneIn(2) ? 0 : d + 1));
      const data = Float64Array.from({ length: 64 }, () => random.pick([1, 2, 3, 3, Number.NaN, -0, 0]));
      const a = new NdArray("float64", shape, strides, random.integer(0, 20), data);
      const axis = random.pick([null, 0, -1, 1, 2, 5]);
      const keepdims = random.oneIn(2);
      for (const reduce of [argmin, argmax, nanargmin, nanargmax]) {
        const expected = outcome(() => reduce(a, axis, { keepdims }));
        expect(
          outcome(() => reduceRepeated(reduce, a, axis, { keepdims })),
          `${shape} ${strides} ${axis}`,
        ).toEqual(expected);
      }
    }
  });

  it("of 2^31 x 1,000,000 elements over a block of 1,000,000 is done at once, and holds one index for each column", () => {
    const data = new Float64Array(1_000_000);
    data[777_777] = -1;
    const huge = new NdArray("float64", [2 ** 31, 1_000_000], [0, 1], 0, data);
    expect(reduceRepeated(argmin, huge, null, {}).item()).toBe(777_777);
    expect(reduceRepeated(argmin, huge, 0, {}).shape).toEqual([1_000_000]);
    const across = reduceRepeated(argmin, huge, 1, {});
    expect(across.shape).toEqual([2 ** 31]);
    expect(across.item(2 ** 31 - 1)).toBe(777_777);
    expect(across.data.length).toBe(1);
  });
});
