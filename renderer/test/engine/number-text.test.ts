import { describe, expect, it } from "vitest";
import { numberText, scalarText } from "../../src/engine/number-text.ts";
import { textOf } from "../../src/engine/shared.ts";
import { shared } from "../fakes.ts";

describe("a value on the screen", () => {
  it.each([
    [0.1 + 0.2, "0.30000000000000004"],
    [8, "8"],
    [-0, "-0"],
    [Number.NaN, "nan"],
    [Number.POSITIVE_INFINITY, "inf"],
    [Number.NEGATIVE_INFINITY, "-inf"],
    [1e21, "1e+21"],
  ])("%d is %s", (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it("is exact for integers of 64 bits, and in NumPy's words else", () => {
    expect(scalarText(2n ** 63n - 1n)).toBe("9223372036854775807");
    expect(scalarText(true)).toBe("True");
    expect(scalarText({ re: 1, im: -2 })).toBe("1-2j");
    expect(scalarText("NaT")).toBe("NaT");
    expect(scalarText(Uint8Array.of(97, 233))).toBe("aé");
  });
});

describe("a column of text", () => {
  it("is read from the shared bytes cell by cell, whatever the script", () => {
    const cells = ["Zürich", "", "東京"];
    const bytes = new TextEncoder().encode(cells.join(""));
    const held = new Uint8Array(new SharedArrayBuffer(bytes.length));
    held.set(bytes);
    const block = { shape: [bytes.length], strides: [1], offset: 0, byteOffset: 0, length: bytes.length, itemsize: 1 };
    const text = textOf({
      name: "City",
      rows: 3,
      bytes: { ...block, dtype: "uint8", buffer: held.buffer },
      ends: shared([3], [7, 7, bytes.length]),
    });
    expect([0, 1, 2].map((row) => text.text(row))).toEqual(cells);
  });
});
