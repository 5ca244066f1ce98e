import { describe, expect, test } from "vitest";
import { elementOf, itemsizeOf } from "../../src/array/element.ts";
import { halfToNumber, numberToHalf } from "../../src/array/half.ts";
import { recordLayout } from "../../src/array/record.ts";
import { FormatError, fromNested, NumpyTypeError, UnsupportedError } from "../../src/index.ts";

describe("dtypes", () => {
  test("what NumPy has and Argscope has not is refused by name", () => {
    for (const dtype of ["object", "longdouble", "clongdouble", "float128"]) {
      expect(() => elementOf(dtype as "bool")).toThrow(UnsupportedError);
    }
  });

  test("what is no dtype is refused in NumPy's words, inherited property names too", () => {
    for (const dtype of ["foo", "int128", "datetime64[x]", "str-1", "constructor", ""]) {
      expect(() => elementOf(dtype as "bool")).toThrow(new NumpyTypeError(`data type '${dtype}' not understood`));
    }
  });

  test("itemsize counts bytes", () => {
    expect(itemsizeOf("complex64")).toBe(8);
    expect(itemsizeOf("str7")).toBe(28);
    expect(itemsizeOf("bytes7")).toBe(7);
    expect(itemsizeOf("datetime64[25s]")).toBe(8);
    expect(itemsizeOf("[('a', '|i1'), ('', '|V7'), ('x', '<f8', (2, 3)), ('at', [('y', '<f4')])]")).toBe(60);
  });

  test("a structured dtype says where each field lies; what has no name is padding", () => {
    const { fields } = recordLayout("[('a', '|i1'), ('', '|V7'), (('title', 'x'), '<f8', (2,))]");
    expect(fields).toEqual([
      { name: "a", dtype: "int8", shape: [], byteOffset: 0 },
      { name: "x", title: "title", dtype: "float64", shape: [2], byteOffset: 8 },
    ]);
  });

  test("text that is no descr is refused", () => {
    for (const text of [
      "[1]",
      "[('x',)]",
      "[('x', 5)]",
      "[('x', '<f8', -1)]",
      "[('x', '<f8')] ]",
      "[('x', '<f8', 1, 2)]",
    ] as const) {
      expect(() => recordLayout(text)).toThrow(FormatError);
    }
    expect(() => recordLayout("[('x', '|O')]")).toThrow(UnsupportedError);
  });
});

describe("float16", () => {
  test("every one of the 65,536 bit patterns comes back from its number, NaN as the quiet one", () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      const isNan = (bits & 0x7fff) > 0x7c00;
      expect(numberToHalf(halfToNumber(bits))).toBe(isNan ? 0x7e00 : bits);
    }
  });

  test("numbers between two go to the nearer one, and half-way to the even one", () => {
    for (let bits = 0; bits < 0x7bff; bits++) {
      const low = halfToNumber(bits);
      const high = halfToNumber(bits + 1);
      const middle = (low + high) / 2;
      expect(numberToHalf(middle)).toBe(bits % 2 === 0 ? bits : bits + 1);
      expect(numberToHalf((low + middle) / 2)).toBe(bits);
      expect(numberToHalf(-(high + middle) / 2)).toBe(0x8000 | (bits + 1));
    }
  });
});

describe("toNested", () => {
  test("gives plain JavaScript for each dtype", () => {
    expect(fromNested([true, false]).toNested()).toEqual([true, false]);
    expect(fromNested([2n ** 63n - 1n]).toNested()).toEqual([2n ** 63n - 1n]);
    expect(fromNested([1, 2], "uint8").toNested()).toEqual([1, 2]);
    expect(fromNested([{ re: 1, im: -2 }]).toNested()).toEqual([{ re: 1, im: -2 }]);
    expect(fromNested(["2020-02-29", "NaT"], "datetime64[D]").toNested()).toEqual(["2020-02-29", "NaT"]);
    expect(fromNested([5, "NaT"], "timedelta64[h]").toNested()).toEqual([5n, "NaT"]);
    expect(fromNested([Uint8Array.of(1, 2, 0), Uint8Array.of(3)]).toNested()).toEqual([Uint8Array.of(1, 2), Uint8Array.of(3)]);
    expect(fromNested([1.5], "float16").toNested()).toEqual([1.5]);
    expect(fromNested(7).toNested()).toBe(7n);
  });
});

describe("fromNested", () => {
  test("refuses what only an array of objects could hold", () => {
    expect(() => fromNested([1, "a"])).toThrow(UnsupportedError);
    expect(() => fromNested([2n ** 64n])).toThrow(UnsupportedError);
    expect(() => fromNested([null as never])).toThrow(UnsupportedError);
  });

  test("takes a number beyond 2^53 for the float that it is, and a bigint for itself", () => {
    expect(fromNested([2 ** 63, -1]).dtype).toBe("float64");
    expect(fromNested([2n ** 53n + 1n]).toNested()).toEqual([2n ** 53n + 1n]);
  });
});
