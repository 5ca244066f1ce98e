import { expect, test } from "vitest";
import { empty, free, slice } from "../../src/index.ts";

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
