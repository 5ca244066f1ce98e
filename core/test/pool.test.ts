import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { argmin, empty, free, type NdArray, readCsv, setPool } from "../src/index.ts";
import { startHelpers, threadCount } from "../src/pool/helpers.ts";

let started: number;
let array: NdArray;

/** A thread that does nothing. */
function spawn(): { postMessage(message: unknown): void } {
  started++;
  return { postMessage() {} };
}

beforeEach(() => {
  started = 0;
  array = empty([2_000_000], "float64");
  array.data.fill(1 as never);
});

afterEach(() => {
  setPool(null);
  free(array);
});

describe("the threads of a pool", () => {
  test("are counted, and none is started before there is something to share", () => {
    setPool(spawn, 2);
    expect([threadCount(), started]).toEqual([3, 0]);
    const small = empty([1000], "float64");
    argmin(small);
    free(small);
    expect(started).toBe(0);
  });

  test("are started once, by the first work that is shared", () => {
    setPool(spawn, 2);
    expect(argmin(array).item()).toBe(0);
    expect(argmin(array).item()).toBe(0);
    expect(started).toBe(2);
  });

  test("are started ahead of it by one who cannot wait", () => {
    setPool(spawn, 2);
    startHelpers();
    startHelpers();
    expect(started).toBe(2);
  });

  test("are started while a table of many rows is being looked at, not for one whose rows are too long to part", async () => {
    setPool(spawn, 2);
    const long = `${"1,".repeat(100_000)}2\n`.repeat(25);
    const one = await readCsv(new TextEncoder().encode(long));
    expect(one.block().shape).toEqual([25, 100_001]);
    one.free();
    expect(started).toBe(0);
    const other = await readCsv(new TextEncoder().encode("1.5,2\n".repeat(800_000)));
    expect(other.block().shape).toEqual([800_000, 2]);
    other.free();
    expect(started).toBe(2);
  });

  test("that cannot be started are told of, and one thread works from then on", () => {
    setPool(() => {
      throw new Error("There are no threads.");
    }, 2);
    expect(() => argmin(array)).toThrow("There are no threads.");
    expect(threadCount()).toBe(1);
    expect(argmin(array).item()).toBe(0);
  });

  test("of a pool that was taken away are none", () => {
    setPool(spawn, 2);
    setPool(null);
    argmin(array);
    expect([threadCount(), started]).toEqual([1, 0]);
  });
});
