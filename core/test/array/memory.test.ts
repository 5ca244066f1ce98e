import { describe, expect, test } from "vitest";
import {
  argmin,
  CapacityError,
  empty,
  field,
  free,
  fromNested,
  reshape,
  slice,
  transpose,
  ValueError,
} from "../../src/index.ts";
import { blockOf, heldBytes } from "../../src/memory/engine-memory.ts";

describe("arrays in engine memory", () => {
  test("empty has C order, offset 0, and data for its elements alone", () => {
    const a = empty([2, 3, 4], "float32");
    expect(a.strides).toEqual([12, 4, 1]);
    expect(a.offset).toBe(0);
    expect(a.data).toHaveLength(24);
    expect(empty([5], "complex64").data).toHaveLength(10);
    expect(empty([5], "str7").data).toHaveLength(35);
    expect(empty([2, 0], "int8").data).toHaveLength(0);
    expect(blockOf(a.data)).toBeDefined();
  });

  test("freed memory is used again: a hundred large arrays, one after the other, hold no more than two", () => {
    const bytes = 32 * 1024 * 1024;
    const before = heldBytes();
    for (let k = 0; k < 100; k++) free(empty([bytes / 8], "float64"));
    expect(heldBytes() - before).toBeLessThan(2 * 1.25 * bytes);
  });

  test("a large answer is freed like an array; to free it, or what lies outside the engine, twice does nothing", () => {
    const a = empty([2, 100_000], "int32");
    a.data.fill(1 as never);
    const winners = argmin(a, 0);
    expect(blockOf(winners.data)).toBeDefined();
    free(winners);
    free(winners);
    free(argmin(a));
    free(a);
  });

  test("a view frees its whole block", () => {
    const a = fromNested([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    free(reshape(transpose(slice(a, "::-1"), [1, 0]), [2, 3]));
    expect(blockOf(a.data)).toBeDefined();
    free(slice(a, "1"));
    expect(blockOf(a.data)).toBeUndefined();
  });

  test("too much is refused before anything is allocated: in NumPy's words where no address reaches, else as CapacityError", () => {
    expect(() => empty([2 ** 40, 2 ** 40], "float64")).toThrow(ValueError);
    expect(() => empty([2 ** 40], "float64")).toThrow(CapacityError);
  });

  test("a field that lies on multiples of its size is a view: what is written shows in both", () => {
    const a = empty([3], "[('x', '<f8'), ('n', '<i8')]");
    a.data.fill(0 as never);
    const n = field(a, "n");
    n.data[n.offset + (n.strides[0] as number)] = 7n as never;
    expect(field(a, "n").toNested()).toEqual([0n, 7n, 0n]);
    expect(n.data.buffer).toBe(a.data.buffer);
  });
});
