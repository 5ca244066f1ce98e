import { type NumberStyle, plainStyle } from "@argscope/core/edits/number-style.ts";
import { understand } from "@argscope/core/edits/understand.ts";
import { describe, expect, test } from "vitest";

const german: NumberStyle = { point: ",", thousands: "." };
const english: NumberStyle = { point: ".", thousands: "," };

describe("a number that a person writes", () => {
  test.each([
    ["1.5", 1.5],
    [" -2 ", -2],
    ["1e3", 1000],
    [".5", 0.5],
    ["5.", 5],
    ["+7", 7],
    ["0.1", 0.1],
    ["nan", Number.NaN],
    ["NaN", Number.NaN],
    ["", Number.NaN],
    ["NA", Number.NaN],
    ["inf", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
  ])("%j is %d", (text, value) => {
    expect(understand(text, "float64", plainStyle).value).toBe(value);
  });

  test.each(["abc", "1,5", "1 2", "0x10", "1e", "--1", "1.2.3", "١"])("%j is refused with itself in the sentence", (text) => {
    expect(() => understand(text, "float64", plainStyle)).toThrow(`“${text}” is not a number.`);
  });

  test("has a decimal comma where the file has one", () => {
    expect(understand("1,5", "float64", german).value).toBe(1.5);
    expect(understand("1.234,5", "float64", german).value).toBe(1234.5);
    expect(understand("1.234", "float64", german).value).toBe(1234);
    expect(() => understand("1.5", "float64", german)).toThrow(
      "“1.5” is no number here: this file writes numbers with a decimal comma.",
    );
  });

  test("has its thousands parted where the file parts them", () => {
    expect(understand("1,234.5", "float64", english).value).toBe(1234.5);
    expect(() => understand("12,34", "float64", english)).toThrow("“12,34” is not a number.");
  });

  test("is cut in a sentence that would be too long", () => {
    expect(() => understand("x".repeat(100), "float64", plainStyle)).toThrow(`“${"x".repeat(40)}…” is not a number.`);
  });
});

describe("an array of integers", () => {
  test("takes whole numbers exactly, as they are written", () => {
    expect(understand("9007199254740993", "int64", plainStyle)).toEqual({ value: 9007199254740993n, text: "9007199254740993" });
    expect(understand("007", "int64", plainStyle)).toEqual({ value: 7n, text: "007" });
    expect(understand("1,000", "int64", english)).toEqual({ value: 1000n, text: "1,000" });
  });

  test("keeps a whole number that is written otherwise as an integer", () => {
    expect(understand("1e3", "int64", plainStyle)).toEqual({ value: 1000n, text: "1000" });
    expect(understand("5.0", "int32", plainStyle)).toEqual({ value: 5n, text: "5" });
  });

  test("refuses NaN, infinity and fractions with the reason", () => {
    expect(() => understand("nan", "int64", plainStyle)).toThrow(
      "An array of int64 has no room for NaN: every cell is a whole number.",
    );
    expect(() => understand("", "int64", plainStyle)).toThrow(/no room for NaN/u);
    expect(() => understand("inf", "int64", plainStyle)).toThrow("An array of int64 has no room for infinity.");
    expect(() => understand("1.5", "int64", plainStyle)).toThrow(
      "“1.5” is not a whole number, and an array of int64 holds no other.",
    );
  });

  test("refuses what is out of its range", () => {
    expect(() => understand("128", "int8", plainStyle)).toThrow("“128” is out of range: int8 holds -128 to 127.");
    expect(() => understand("-1", "uint8", plainStyle)).toThrow("“-1” is out of range: uint8 holds 0 to 255.");
    expect(understand("18446744073709551615", "uint64", plainStyle).value).toBe(18446744073709551615n);
    expect(() => understand("1e300", "int64", plainStyle)).toThrow(/out of range/u);
  });
});

describe("other dtypes", () => {
  test("bool takes True and False, 1 and 0", () => {
    expect(["true", "False", "1", "0"].map((text) => understand(text, "bool", plainStyle).value)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(() => understand("yes", "bool", plainStyle)).toThrow("“yes” is neither True nor False.");
  });

  test("complex takes both parts, or one of them", () => {
    const value = (text: string): unknown => understand(text, "complex128", plainStyle).value;
    expect(value("1+2j")).toEqual({ re: 1, im: 2 });
    expect(value("(1.5-2e3j)")).toEqual({ re: 1.5, im: -2000 });
    expect(value("-j")).toEqual({ re: 0, im: -1 });
    expect(value("2.5j")).toEqual({ re: 0, im: 2.5 });
    expect(value("7")).toEqual({ re: 7, im: 0 });
    expect(value("nan+infj")).toEqual({ re: Number.NaN, im: Number.POSITIVE_INFINITY });
    expect(() => value("1+2i")).toThrow("“1+2i” is not a complex number: write 1+2j.");
  });

  test("datetime64 takes ISO dates", () => {
    expect(understand("1970-01-02", "datetime64[D]", plainStyle).value).toBe(1n);
    expect(() => understand("yesterday", "datetime64[D]", plainStyle)).toThrow(/“yesterday” is not a date/u);
  });

  test("a number of fewer than four digits is no year, though NumPy takes it for one", () => {
    expect(() => understand("12", "datetime64[D]", plainStyle)).toThrow(/“12” is not a date/u);
    expect(understand("0012", "datetime64[Y]", plainStyle).value).toBe(-1958n);
  });

  test("timedelta64 takes whole counts of its unit", () => {
    expect(understand("-5", "timedelta64[s]", plainStyle).value).toBe(-5n);
    expect(() => understand("1.5", "timedelta64[s]", plainStyle)).toThrow(
      "“1.5” is not a count of s: write a whole number, or NaT.",
    );
  });

  test("text has as much room as its dtype says", () => {
    expect(understand("Zoë", "str3", plainStyle).value).toBe("Zoë");
    expect(() => understand("Zoës", "str3", plainStyle)).toThrow("“Zoës” is longer than the 3 characters of str3.");
    expect(() => understand("Zoë", "bytes3", plainStyle)).toThrow(/not ASCII/u);
  });
});
