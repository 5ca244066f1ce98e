import { describe, expect, it } from "vitest";
import { plainDialect } from "../../../src/formats/csv/dialect.ts";
import { numberColumn } from "../../../src/formats/csv/scanner.ts";
import { scanned } from "./scanners.ts";

const scanners = ["kernel", "reference"] as const;

function column(which: (typeof scanners)[number], cells: readonly string[]): ReturnType<typeof scanned> {
  return scanned(which, new TextEncoder().encode(`${cells.join("\n")}\n`), plainDialect, [numberColumn], true);
}

describe.each(scanners)("whole numbers, read by the %s", (which) => {
  it.each([
    ["digits alone", ["1", "-2", "+3", "007", "-0", " 12 ", "NA"], [0]],
    ["a point", ["1", "2.0"], [1]],
    ["a point at the end", ["1", "2."], [1]],
    ["a point in 17 digits", ["1", "1234567890123456.7"], [1]],
    ["an exponent", ["1", "2e3"], [1]],
    ["an infinity", ["1", "inf"], [1]],
    ["no number at all", ["NA", ""], [0]],
  ])("a column with %s", (_, cells, fractional) => {
    expect(column(which, cells).findings).toHaveProperty("fractional", fractional);
  });

  it("keeps those exactly that float64 need not hold", () => {
    const exact = ["9007199254740992", "-9007199254740993", "1234567890123456789", "9223372036854775807"];
    exact.push("-9223372036854775808", "9223372036854775808", "18446744073709551615");
    const small = ["9007199254740991", "-1", "1.5"];
    const { large } = column(which, [...small, ...exact]);
    const bits = exact.map((text) => BigInt.asIntN(64, BigInt(text)).toString());
    expect(large).toEqual([{ column: 0, count: 7, aboveSigned: 2, negative: 2, beyond: 0, rows: [3, 4, 5, 6, 7, 8, 9], bits }]);
  });

  it("counts those that 64 bits do not hold", () => {
    const beyond = ["18446744073709551616", "-9223372036854775809", "123456789012345678901234567890"];
    const { large, findings } = column(which, ["1", ...beyond, "18446744073709551615"]);
    expect(large).toEqual([{ column: 0, count: 1, aboveSigned: 1, negative: 0, beyond: 3, rows: [4], bits: ["-1"] }]);
    // The first is 2^64, which float64 holds.
    expect(findings).toHaveProperty("largeNumbers.count", 3);
    expect(findings).toHaveProperty("fractional", [0]);
  });

  it("holds them past the first piece of memory, in the order of their rows", () => {
    const cells = Array.from({ length: 5000 }, (_, row) => String(2n ** 60n - BigInt(row)));
    const [found] = column(which, cells).large;
    expect(found?.rows).toEqual(cells.map((_, row) => row));
    expect(found?.bits).toEqual(cells);
  });
});
