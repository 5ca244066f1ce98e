import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Dtype, Elements } from "../../src/array/dtype.ts";
import { elementOf, itemsizeOf, viewOf } from "../../src/array/element.ts";
import { numberToHalf } from "../../src/array/half.ts";
import { NdArray } from "../../src/array/ndarray.ts";
import { UnsupportedError } from "../../src/errors.ts";
import { numpyText } from "../../src/export/numpy-text.ts";

interface Case {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly values?: readonly string[];
  /** The elements as they lie in memory, in hexadecimal digits. */
  readonly bytes?: string;
  readonly rule?: readonly [modulus: number, shift: number];
  readonly text: string;
}

const fixture: { cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL("../fixtures/print/print.json", import.meta.url), "utf8"),
);

function cOrder(shape: readonly number[]): number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, length) => product * length, 1));
}

function elementsOf(one: Case): Elements {
  if (one.bytes !== undefined) {
    const { buffer, byteLength } = Uint8Array.from(Buffer.from(one.bytes, "hex"));
    return viewOf(elementOf(one.dtype), buffer, 0, byteLength / itemsizeOf(one.dtype));
  }
  const values = one.values ?? [];
  const numbers = values.map((value) => Number(value.replace("inf", "Infinity")));
  switch (one.dtype) {
    case "float64":
      return new Float64Array(numbers);
    case "float32":
      return new Float32Array(numbers);
    case "float16":
      return new Uint16Array(numbers.map(numberToHalf));
    case "bool":
      return new Uint8Array(values.map((value) => (value === "True" ? 1 : 0)));
    case "uint64":
      return new BigUint64Array(values.map(BigInt));
    case "int64":
      return new BigInt64Array(one.rule ? byRule(one.shape, one.rule) : values.map(BigInt));
    case "uint32":
      return new Uint32Array(numbers);
    default:
      return one.dtype.startsWith("str") ? textOf(values, Number(one.dtype.slice(3))) : new Int32Array(numbers);
  }
}

function byRule(shape: readonly number[], [modulus, shift]: readonly [modulus: number, shift: number]): bigint[] {
  const size = shape.reduce((product, length) => product * length, 1);
  return Array.from({ length: size }, (_, k) => BigInt(((k * 7919) % modulus) + shift));
}

function textOf(values: readonly string[], length: number): Uint32Array {
  const points = values.map((value) => Array.from(value, (character) => character.codePointAt(0) ?? 0));
  return Uint32Array.from(points.flatMap((text) => [...text, ...new Array<number>(length - text.length).fill(0)]));
}

function arrayOf(one: Case): NdArray {
  return new NdArray(one.dtype, one.shape, cOrder(one.shape), 0, elementsOf(one));
}

describe("numpyText writes what NumPy's print writes", () => {
  test.each(fixture.cases)("$name", (one) => {
    expect(numpyText(arrayOf(one))).toBe(one.text);
  });
});

describe("numpyText", () => {
  const intp = (values: number[]) => new NdArray("intp", [values.length], [1], 0, new Float64Array(values));

  test("writes the intp of a reduction, whichever typed array holds it", () => {
    expect(numpyText(intp([0, 1, 4294967296]))).toBe("[         0          1 4294967296]");
    expect(numpyText(new NdArray("intp", [3], [1], 0, new Int32Array([0, 1, 1])))).toBe("[0 1 1]");
    expect(numpyText(new NdArray("intp", [], [], 0, new Int32Array([5])))).toBe("5");
  });

  test("reads a view through its strides and offset", () => {
    const data = new Int32Array([1, 2, 3, 4, 5, 6]);
    expect(numpyText(new NdArray("int32", [3, 2], [1, 3], 0, data))).toBe("[[1 4]\n [2 5]\n [3 6]]");
    expect(numpyText(new NdArray("int32", [6], [-1], 5, data))).toBe("[6 5 4 3 2 1]");
    expect(numpyText(new NdArray("int32", [3], [0], 1, data))).toBe("[2 2 2]");
  });

  test("looks only at the elements it shows, so a large answer costs nothing", () => {
    const a = new NdArray("intp", [2 ** 20, 2 ** 20], [0, 0], 0, new Int32Array([7]));
    expect(numpyText(a).split("\n")).toHaveLength(7);
  });

  test("refuses a dtype whose text it does not know", () => {
    const a = new NdArray("[('x', '|i1')]", [1], [1], 0, new Uint8Array(1));
    expect(() => numpyText(a)).toThrow(UnsupportedError);
  });
});
