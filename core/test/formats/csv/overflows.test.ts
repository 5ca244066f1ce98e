import { describe, expect, it } from "vitest";
import { readCsv, receiptSentences } from "../../../src/formats/csv/index.ts";

const read = (text: string) => readCsv(new TextEncoder().encode(text));

describe("a number that is too large for float64", () => {
  it("becomes an infinity, as NumPy reads it, and the receipt tells where", async () => {
    const table = await read("a,b\n1e400,1\n2,2\n-1e309,3\n");
    expect(table.block().toNested()).toEqual([
      [Infinity, 1],
      [2, 2],
      [-Infinity, 3],
    ]);
    expect(receiptSentences(table.receipt)).toContain("2 numbers too large for float64 became inf or -inf (lines 2, 4).");
  });

  it("may be written in digits alone, or with blanks around", async () => {
    const table = await read(`a,b\n${"9".repeat(400)},1\n 1e310 ,2\n`);
    expect(table.receipt.overflows.places.map(({ line }) => line)).toEqual([2, 3]);
    expect(table.columns[0]?.dtype).toBe("float64");
  });

  it("is not what is written as an infinity, nor the largest that float64 holds", async () => {
    const table = await read("a,b\ninf,1\n-Infinity,2\n1.7976931348623157e308,3\n");
    expect(table.receipt.overflows.count).toBe(0);
  });
});
