import { describe, expect, it } from "vitest";
import { formatted, type WrittenNumber } from "../../src/engine/number-format.ts";

const written = (kind: WrittenNumber["kind"], digits = 0): WrittenNumber => ({ kind, digits });

describe("a number in another way of writing", () => {
  it.each<[number | bigint, WrittenNumber, string]>([
    [0.1 + 0.2, written("shortest"), "0.30000000000000004"],
    [2.5, written("fixed", 2), "2.50"],
    [-0.001, written("fixed", 1), "-0.0"],
    [1e300, written("fixed", 2), "1e+300"],
    [7n, written("fixed", 2), "7.00"],
    [9007199254740993n, written("fixed"), "9007199254740993"],
    [1234.56, written("scientific", 3), "1.235e+03"],
    [1.5e-120, written("scientific", 1), "1.5e-120"],
    [1234567.891, written("thousands", 2), "1,234,567.89"],
    [9007199254740993n, written("thousands"), "9,007,199,254,740,993"],
  ])("%s as %o is %s", (value, format, text) => {
    expect(formatted(value, format)).toBe(text);
  });

  it("leaves what is no plain number as it is", () => {
    expect(formatted(Number.NaN, written("fixed", 2))).toBe("nan");
    expect(formatted(Number.NEGATIVE_INFINITY, written("thousands"))).toBe("-inf");
    expect(formatted("2020-01-01", written("scientific", 2))).toBe("2020-01-01");
    expect(formatted(true, written("fixed", 2))).toBe("True");
    expect(formatted({ re: 1, im: -2 }, written("fixed", 2))).toBe("1-2j");
  });
});
