import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { empty, free } from "../../../src/array/empty.ts";
import { NdArray } from "../../../src/array/ndarray.ts";
import { npyFront } from "../../../src/formats/npy/header-text.ts";
import { parseNpy } from "../../../src/formats/npy/parse-npy.ts";
import { writeNpy, writeNpyBlocks } from "../../../src/formats/npy/write-npy.ts";
import { arrays } from "./arbitrary.ts";
import { caseNamed, fileOf } from "./fixture.ts";
import { live, seed, withNumpy } from "./live.ts";

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("writeNpy", () => {
  test("what it writes reads back as the same array, for every dtype and any strides", () => {
    fc.assert(
      fc.property(arrays, (a) => {
        const back = parseNpy(writeNpy(a));
        expect(back.dtype).toBe(a.dtype);
        expect(back.shape).toEqual(a.shape);
        expect(back.toNested()).toEqual(a.toNested());
        free(back);
      }),
      { numRuns: 500 },
    );
  });

  test("what it wrote is written again as the same bytes", () => {
    fc.assert(
      fc.property(arrays, (a) => {
        const bytes = writeNpy(a);
        const back = parseNpy(bytes);
        expect(text(writeNpy(back))).toBe(text(bytes));
        free(back);
      }),
      { numRuns: 500 },
    );
  });

  test("indices become int64, whichever typed array holds them", () => {
    const narrow = new NdArray("intp", [3], [1], 0, new Int32Array([0, 1, -1]));
    const wide = new NdArray("intp", [3], [1], 0, new Float64Array([0, 1, -1]));
    expect(text(writeNpy(wide))).toBe(text(writeNpy(narrow)));
    const back = parseNpy(writeNpy(narrow));
    expect(back.dtype).toBe("int64");
    expect(back.toNested()).toEqual([0n, 1n, -1n]);
  });

  test("indices in Fortran order stay so", () => {
    const indices = new NdArray("intp", [2, 3], [1, 2], 0, new Int32Array([0, 1, 2, 3, 4, 5]));
    const back = parseNpy(writeNpy(indices));
    expect(back.strides).toEqual([1, 2]);
    expect(back.toNested()).toEqual([
      [0n, 2n, 4n],
      [1n, 3n, 5n],
    ]);
  });

  test("a NaN keeps its bits, also through strides", () => {
    const bits = new BigUint64Array([0x7ff0000000000001n, 0n, 0xfff8deadbeef0001n, 0n]);
    const view = new NdArray("float64", [2], [2], 0, new Float64Array(bits.buffer));
    const back = parseNpy(writeNpy(view));
    expect([...new BigUint64Array(back.data.buffer, back.data.byteOffset, 2)]).toEqual([
      0x7ff0000000000001n,
      0xfff8deadbeef0001n,
    ]);
  });

  test("a length of dimension 1 and a size of 0 count as C order, as in NumPy", () => {
    const column = new NdArray("int8", [3, 1], [1, 7], 0, new Int8Array(3));
    expect(text(writeNpy(column))).toContain("'fortran_order': False");
    const none = new NdArray("int8", [3, 0], [1, 3], 0, new Int8Array(0));
    expect(text(writeNpy(none))).toContain("'fortran_order': False");
  });

  test("a header of more than 65,535 bytes is written in version 2", () => {
    const names = Array.from({ length: 4000 }, (_, k) => `('field_${k}', '|u1')`);
    const front = npyFront(`[${names.join(", ")}]`, [0], false);
    expect([...front.subarray(6, 8)]).toEqual([2, 0]);
    expect(front.length % 64).toBe(0);
    expect(new DataView(front.buffer).getUint32(8, true)).toBe(front.length - 12);
  });

  test("blocks are of a file's size, about 1 MiB each, and none of shared memory", () => {
    const long = new NdArray("float64", [300_000], [1], 0, new Float64Array(new SharedArrayBuffer(2_400_000)));
    for (const a of [long, new NdArray("float64", [300_000], [0], 7, long.data)]) {
      const blocks = [...writeNpyBlocks(a)];
      expect(blocks.map((block) => block.length)).toEqual([128, 1048576, 1048576, 302848]);
      for (const block of blocks) expect(block.buffer).toBeInstanceOf(ArrayBuffer);
    }
  });
});

test("names of fields are written as Python's repr writes them", () => {
  const given = String.raw`[ ("a\x00\u2028",'<i4'), (('\xe9\n', "it's"), '<i4')]`;
  const written = String.raw`[('a\x00\u2028', '<i4'), (('é\n', "it's"), '<i4')]`;
  const file = writeNpy(empty([2], given as `[${string}]`));
  expect(text(file)).toContain(`{'descr': ${written}, `);
  // What is beyond Latin-1 is written as an escape, so that version 1 will do.
  expect(file[6]).toBe(1);
  expect(parseNpy(file).dtype).toBe(written);
});

describe("beside NumPy itself", () => {
  withNumpy("numpy.save writes the same bytes for what numpy.load reads of ours", () => {
    const files = fc.sample(arrays, { seed: seed(), numRuns: 1000 }).map((a) => writeNpy(a));
    const saved = live(["resave"], files);
    expect(saved).toHaveLength(files.length);
    for (const [k, file] of files.entries()) expect(text(saved[k] as Buffer)).toBe(text(file));
  });

  withNumpy("we write the same bytes for what we read of NumPy's", () => {
    const files = live(["make", String(seed()), "1000"]);
    expect(files).toHaveLength(1000);
    for (const file of files) {
      const a = parseNpy(file);
      expect(text(writeNpy(a))).toBe(text(file));
      free(a);
    }
  });
});

test("a file without its last byte is refused, and the memory is given back", () => {
  const whole = fileOf(caseNamed("str"));
  expect(() => parseNpy(whole.subarray(0, -1))).toThrow("are there");
});
