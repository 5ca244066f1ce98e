import { describe, expect, test } from "vitest";
import { argmin, empty, fromNested, NumpyTypeError, slice, transpose, ValueError } from "../../src/index.ts";

const a = fromNested([
  [3, 1, 2],
  [0, 5, 9],
]);

describe("out", () => {
  test("takes the result and is what is returned", () => {
    const out = empty([3], "int64");
    expect(argmin(a, 0, { out })).toBe(out);
    expect(out.toNested()).toEqual([1n, 0n, 0n]);
  });

  test("may be a view of something larger; what lies between is not touched", () => {
    const block = fromNested([9, 9, 9, 9, 9, 9], "int32");
    argmin(a, 0, { out: slice(block, "::-2") });
    expect(block.toNested()).toEqual([9, 0, 9, 0, 9, 1]);
  });

  test("may be the array itself: the result is complete before anything is written", () => {
    const square = fromNested(
      [
        [5, 4],
        [3, 4],
      ],
      "int64",
    );
    argmin(square, 0, { out: slice(square, "0") });
    expect(square.toNested()).toEqual([
      [1n, 0n],
      [3n, 4n],
    ]);
    argmin(square, 1, { out: slice(transpose(square), "0") });
    expect(square.toNested()).toEqual([
      [1n, 0n],
      [0n, 4n],
    ]);
  });

  test("keeps the low bits where its dtype is too narrow, as NumPy's cast", () => {
    const long = fromNested([...new Array<number>(299).fill(1), 0]);
    expect(argmin(long, null, { out: empty([], "int8") }).toNested()).toBe(43);
    expect(argmin(long, null, { out: empty([], "bool") }).toNested()).toBe(true);
  });

  test("of another shape or dtype is refused and left as it was", () => {
    const out = fromNested([7.5, 7.5, 7.5]);
    expect(() => argmin(a, 0, { out })).toThrow(NumpyTypeError);
    expect(() => argmin(a, 1, { out })).toThrow(new ValueError("output array does not match result of np.argmin."));
    expect(out.toNested()).toEqual([7.5, 7.5, 7.5]);
  });
});
