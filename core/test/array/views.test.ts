import { describe, expect, test } from "vitest";
import { fromNested, IndexError, reshape, slice, transpose, UnsupportedError, ValueError } from "../../src/index.ts";

const a = fromNested([
  [0, 1, 2],
  [3, 4, 5],
]);

describe("views", () => {
  test("look at the same bytes: nothing is copied", () => {
    expect(slice(a, "::-1, 1:").data).toBe(a.data);
    expect(transpose(a).data).toBe(a.data);
    expect(reshape(a, [3, 2]).data).toBe(a.data);
  });

  test("slice takes NumPy's basic index", () => {
    expect(slice(a, "1").toNested()).toEqual([3n, 4n, 5n]);
    expect(slice(a, "::-1, ::2").toNested()).toEqual([
      [3n, 5n],
      [0n, 2n],
    ]);
    expect(slice(a, "..., None, 0").shape).toEqual([2, 1]);
    expect(slice(a, "np.newaxis").shape).toEqual([1, 2, 3]);
    expect(slice(a, "-1, -1").toNested()).toBe(5n);
    expect(slice(a, "5:, :").shape).toEqual([0, 3]);
  });

  test("slice refuses in NumPy's words", () => {
    expect(() => slice(a, "2")).toThrow(new IndexError("index 2 is out of bounds for axis 0 with size 2"));
    expect(() => slice(a, "::0")).toThrow(new ValueError("slice step cannot be zero"));
    expect(() => slice(a, "[0, 1]")).toThrow(UnsupportedError);
  });

  test("reshape of what no stride can walk is a copy, and its data says so", () => {
    const copied = reshape(transpose(a), [6]);
    expect(copied.data).not.toBe(a.data);
    expect(copied.toNested()).toEqual([0n, 3n, 1n, 4n, 2n, 5n]);
  });
});
