import { expect, test } from "vitest";
import { empty, free, fromNested, ravelMultiIndex, slice, takeAlongAxis, transpose, unravelIndex } from "../../src/index.ts";
import { heldBytes } from "../../src/memory/engine-memory.ts";

test("freeing an array a second time leaves the array alone that has its memory by then", () => {
  const first = empty([100], "float64");
  free(first);
  const second = empty([100], "float64");
  expect(second.data.byteOffset, "the pool gave the same block again").toBe(first.data.byteOffset);
  free(first);
  const third = empty([100], "float64");
  expect(third.data.byteOffset).not.toBe(second.data.byteOffset);
  free(second);
  free(third);
});

test("freeing a view frees the array that it looks at, once", () => {
  const a = empty([100], "float64");
  free(slice(a, "10:20"));
  const next = empty([100], "float64");
  expect(next.data.byteOffset, "the pool gave the same block again").toBe(a.data.byteOffset);
  free(a);
  const another = empty([100], "float64");
  expect(another.data.byteOffset).not.toBe(next.data.byteOffset);
  free(next);
  free(another);
});

test("a call that is refused, and a copy that a call made for itself, leave nothing behind", () => {
  const a = transpose(empty([1000, 2000], "float64"));
  const first = fromNested([0]);
  const outside = fromNested([99_999_999]);
  const indices = empty([100_000], "int64");
  (indices.data as BigInt64Array).fill(0n);
  (indices.data as BigInt64Array)[99_999] = 9999n;
  const call = (): void => {
    free(takeAlongAxis(a, first, null));
    expect(() => takeAlongAxis(a, outside, null)).toThrow("out of bounds");
    expect(() => unravelIndex(indices, [10, 10])).toThrow("out of bounds");
    expect(() => ravelMultiIndex([indices], [10])).toThrow("invalid entry");
  };
  call();
  const held = heldBytes();
  for (let k = 0; k < 60; k++) call();
  expect(heldBytes()).toBe(held);
});
