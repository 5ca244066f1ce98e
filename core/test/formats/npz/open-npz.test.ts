import { describe, expect, test } from "vitest";
import { NdArray } from "../../../src/array/ndarray.ts";
import { CancelledError, IndexError } from "../../../src/errors.ts";
import { openNpz } from "../../../src/formats/npz/open-npz.ts";
import { writeNpz } from "../../../src/formats/npz/write-npz.ts";
import { NotedSource } from "../npy/source.ts";
import { archiveOf, npzNamed } from "./fixture.ts";

const open = (name: string) => openNpz(new NotedSource(archiveOf(npzNamed(name))));

describe("openNpz", () => {
  test("names the arrays in the file's order, and passes over other files", async () => {
    expect((await open("savez")).names).toEqual(["named", "arr_0", "arr_1"]);
    expect((await open("a comment and other files")).names).toEqual(["a"]);
  });

  test("names from the file are data", async () => {
    const file = await open("names that are no identifiers");
    expect(file.names).toContain("__proto__");
    expect((await file.read("__proto__")).shape).toEqual([2, 3]);
    await expect(file.read("toString")).rejects.toThrow(IndexError);
  });

  test("describes an array by its header", async () => {
    for (const name of ["savez", "savez_compressed"]) {
      const file = await open(name);
      expect(await file.describe("arr_1")).toMatchObject({ dtype: "float64", shape: [2] });
    }
  });

  test("of a long array only the front is read to describe it", async () => {
    const long = new NdArray("int8", [20_000_000], [1], 0, new Int8Array(20_000_000));
    const source = new NotedSource(await writeNpz(new Map([["long", long]])));
    const file = await openNpz(source);
    expect(file.sizeOf("long")).toBe(20_000_128);
    expect(await file.describe("long")).toMatchObject({ dtype: "int8", shape: [20_000_000] });
    expect(source.bytesRead).toBeLessThan(6_000_000);
  });

  test("unpacking may be left in the middle", async () => {
    const file = await open("16 MiB behind the last element");
    for (let k = 0; k < 20; k++) expect(await file.describe("a")).toMatchObject({ dtype: "int8", shape: [] });
  });

  test("reads one array and leaves the others unread", async () => {
    const bytes = archiveOf(npzNamed("savez"));
    const source = new NotedSource(bytes);
    const file = await openNpz(source);
    const before = source.bytesRead;
    const a = await file.read("arr_1");
    expect(a.toNested()).toEqual([1.5, Number.NaN]);
    expect(source.bytesRead - before).toBeLessThan(200);
  });

  test("cancel is heeded", async () => {
    const control = new Int32Array(new SharedArrayBuffer(8));
    control[1] = 1;
    for (const name of ["savez", "savez_compressed"]) {
      await expect((await open(name)).read("arr_0", control)).rejects.toThrow(CancelledError);
    }
  });

  test("what the source throws comes through, from stored and from compressed files", async () => {
    for (const name of ["savez", "savez_compressed"]) {
      const source = new NotedSource(archiveOf(npzNamed(name)));
      const file = await openNpz(source);
      const gone = new Error("the disk was pulled out");
      Object.assign(source, { read: () => Promise.reject(gone) });
      await expect(file.read("arr_0")).rejects.toBe(gone);
    }
  });
});
