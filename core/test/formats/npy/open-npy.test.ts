import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { free } from "../../../src/array/empty.ts";
import { NdArray } from "../../../src/array/ndarray.ts";
import { slice } from "../../../src/array/slice.ts";
import { AccessError, CancelledError, CapacityError, FormatError, ValueError } from "../../../src/errors.ts";
import { npyFront } from "../../../src/formats/npy/header-text.ts";
import { openNpy } from "../../../src/formats/npy/open-npy.ts";
import type { RangeSource } from "../../../src/formats/npy/row-ranges.ts";
import { writeNpy } from "../../../src/formats/npy/write-npy.ts";
import { heldBytes } from "../../../src/memory/engine-memory.ts";
import { arrays } from "./arbitrary.ts";
import { elementsOf, fileOf, npyCases } from "./fixture.ts";
import { NotedSource } from "./source.ts";

describe("openNpy", () => {
  test.each(npyCases)("opens and reads $name", async (one) => {
    const file = await openNpy(new NotedSource(fileOf(one)));
    expect(file.dtype).toBe(one.dtype);
    expect(file.shape).toEqual(one.shape);
    const a = await file.read();
    expect(a.shape).toEqual(one.shape);
    expect(elementsOf(a)).toEqual(one.elements);
    free(a);
  });

  test("rows of the first axis are those of the whole array, in C and in Fortran order", async () => {
    await fc.assert(
      fc.asyncProperty(arrays, fc.nat(5), fc.nat(5), async (a, one, other) => {
        fc.pre(a.ndim > 0);
        const rows = a.shape[0] ?? 0;
        const start = Math.min(one, other, rows);
        const stop = Math.min(Math.max(one, other), rows);
        const part = await (await openNpy(new NotedSource(writeNpy(a)))).read(start, stop);
        const expected = slice(a, `${start}:${stop}`);
        expect(part.shape).toEqual(expected.shape);
        expect(part.toNested()).toEqual(expected.toNested());
        free(part);
      }),
      { numRuns: 500 },
    );
  });

  /** 3,000 rows of 400 float64, in either order: 9.6 MB. */
  function large(order: "C" | "F"): NotedSource {
    const data = Float64Array.from({ length: 1_200_000 }, (_, k) => k);
    const strides = order === "C" ? [400, 1] : [1, 3000];
    return new NotedSource(writeNpy(new NdArray("float64", [3000, 400], strides, 0, data)));
  }

  test("of a C-order file only the bytes of the rows are read", async () => {
    const source = large("C");
    const file = await openNpy(source);
    const before = source.bytesRead;
    const part = await file.read(1000, 1010);
    expect(source.bytesRead - before).toBe(10 * 400 * 8);
    expect(part.item(0, 0)).toBe(400_000);
    expect(part.item(9, 399)).toBe(403_999);
    free(part);
  });

  test("a source that brings pieces is read by them, some of which come twice", async () => {
    for (const order of ["C", "F"] as const) {
      const noted = large(order);
      let brought = 0;
      const pieces: RangeSource["pieces"] = async (start, end, take) => {
        for (let at = start; at < end; at += 100_003) take(await noted.read(at, Math.min(end, at + 100_003)), at);
        // As where the rest is asked for anew, elsewhere.
        for (let at = end - Math.min(5000, end - start); at < end; at += 999) {
          take(await noted.read(at, Math.min(end, at + 999)), at);
        }
        brought += end - start;
      };
      const file = await openNpy({ size: noted.size, read: noted.read.bind(noted), pieces });
      const whole = await file.read();
      expect(brought).toBe(file.nbytes);
      expect((whole.data as Float64Array).every((value, k) => value === k)).toBe(true);
      const part = await file.read(1000, 1010);
      expect([part.item(0, 0), part.item(9, 399)]).toEqual(order === "C" ? [400_000, 403_999] : [1000, 1_198_009]);
      free(whole);
      free(part);
    }
  });

  test("a source of pieces that fails leaves nothing behind", async () => {
    const noted = large("C");
    const pieces = () => Promise.reject(new AccessError("gone"));
    const file = await openNpy({ size: noted.size, read: noted.read.bind(noted), pieces });
    await expect(file.read()).rejects.toThrow("gone");
    const held = heldBytes();
    await expect(file.read()).rejects.toThrow("gone");
    expect(heldBytes()).toBe(held);
  });

  test("of a Fortran-order file with short columns the gaps are read along, in few reads", async () => {
    const source = large("F");
    const file = await openNpy(source);
    const part = await file.read(1000, 1010);
    expect(part.strides).toEqual([1, 10]);
    expect(part.item(0, 0)).toBe(1000);
    expect(part.item(9, 399)).toBe(399 * 3000 + 1009);
    expect(source.reads.length).toBeLessThan(15);
    free(part);
  });

  test("of a Fortran-order file with long columns the gaps are not read", async () => {
    const data = Int8Array.from({ length: 1_000_000 }, (_, k) => k % 101);
    const source = new NotedSource(writeNpy(new NdArray("int8", [200_000, 5], [1, 200_000], 0, data)));
    const file = await openNpy(source);
    const before = source.bytesRead;
    const part = await file.read(150_000, 150_003);
    expect(source.bytesRead - before).toBe(15);
    expect(part.item(2, 4)).toBe(950_002 % 101);
    free(part);
  });

  /** 80 GB of zeros behind a header. */
  function huge(): RangeSource {
    const front = npyFront("float64", [10_000_000, 1000], false);
    return {
      size: front.length + 80e9,
      read: async (start, end) => {
        const bytes = new Uint8Array(end - start);
        bytes.set(front.subarray(start, end));
        return bytes;
      },
    };
  }

  test("a file larger than memory is read by rows, and refused as a whole", async () => {
    const file = await openNpy(huge());
    expect(file.nbytes).toBe(80e9);
    const part = await file.read(9_999_998, 10_000_000);
    expect(part.shape).toEqual([2, 1000]);
    free(part);
    const refusal = file.read();
    await expect(refusal).rejects.toThrow(CapacityError);
    await expect(refusal).rejects.toMatchObject({ needed: 80e9 });
  });

  test.each([
    [-1, 2],
    [2, 1],
    [0, 4],
    [0.5, 1],
    [Number.NaN, 1],
  ])("rows %d to %d of three are refused", async (start, stop) => {
    const file = await openNpy(new NotedSource(writeNpy(new NdArray("int8", [3], [1], 0, new Int8Array(3)))));
    await expect(file.read(start, stop)).rejects.toThrow(ValueError);
  });

  test("a file that is shorter than it promises is refused at once", async () => {
    const bytes = writeNpy(new NdArray("int8", [3], [1], 0, new Int8Array(3)));
    await expect(openNpy(new NotedSource(bytes.subarray(0, -1)))).rejects.toThrow(FormatError);
    await expect(openNpy(new NotedSource(new Uint8Array(0)))).rejects.toThrow(FormatError);
  });

  test("cancel is heeded", async () => {
    const control = new Int32Array(new SharedArrayBuffer(8));
    control[1] = 1;
    const file = await openNpy(large("C"));
    await expect(file.read(0, 3000, control)).rejects.toThrow(CancelledError);
  });
});
