import { describe, expect, it } from "vitest";
import { type CsvOptions, readCsv, receiptSentences } from "../../../src/formats/csv/index.ts";
import { nanargmin } from "../../../src/reduce/nan.ts";
import type { Table } from "../../../src/table/table.ts";

const read = (text: string, options?: CsvOptions) => readCsv(new TextEncoder().encode(text), options);
/** The block as plain numbers, whatever its dtype. */
const numbersOf = (table: Table) => (table.block().toNested() as (number | bigint)[][]).map((row) => row.map(Number));

describe("types", () => {
  it("makes missing markers NaN, whatever their case and the blanks around", async () => {
    const table = await read("n\n1\nNA\nN/A\nnull\nNaN\n-\n \n");
    expect(numbersOf(table)).toEqual([[1], ...Array.from({ length: 6 }, () => [Number.NaN])]);
    expect(table.receipt.missing.count).toBe(6);
    expect(table.columns[0]).toMatchObject({ missing: 6 });
  });

  it("takes the missing markers it is told", async () => {
    const table = await read("n,m\n1,2\n?,3\n", { missing: ["?"] });
    expect(numbersOf(table)).toEqual([
      [1, 2],
      [Number.NaN, 3],
    ]);
  });

  it("may be a number, which then stands for nothing where it is written so", async () => {
    const table = await read("n,m\n1,2\n-9999,3\n-9999.0,-9999\n", { missing: ["-9999"] });
    expect(table.block().toNested()).toEqual([
      [1, 2],
      [Number.NaN, 3],
      [-9999, Number.NaN],
    ]);
    expect(table.receipt.missing.count).toBe(2);
    const many = Array.from({ length: 33 }, (_, k) => String(k));
    await expect(read("n\n1\n", { missing: many })).rejects.toThrow("At most 32 numbers can stand for a missing value, and 33");
  });

  it("reads infinities", async () => {
    expect(numbersOf(await read("n\ninf\n-Infinity\n1\n"))).toEqual([[Infinity], [-Infinity], [1]]);
  });

  it("takes a pound sign of DOS, which became a control character, for one; between letters it is Windows' œ", async () => {
    const table = await read("t,n\n(\u009c5),1\nc\u009cur,2\n");
    expect([0, 1].map((row) => table.labels[0]?.text(row))).toEqual(["(£5)", "cœur"]);
  });

  it("keeps columns of text as labels, missing markers included", async () => {
    const table = await read("city,t\nOslo,1\nNA,2\nMünchen,3\n");
    expect(table.labels.map((column) => column.name)).toEqual(["city"]);
    expect([0, 1, 2].map((row) => table.labels[0]?.text(row))).toEqual(["Oslo", "NA", "München"]);
  });

  it("makes a column without any number text", async () => {
    const table = await read("a,b\n1,\n2,NA\n");
    expect(table.columns.map((column) => column.dtype)).toEqual(["int64", "text"]);
    expect(table.labels[0]?.text(1)).toBe("NA");
  });

  it("keeps a column whose only word is nan one of numbers: np.savetxt writes a float64 that is none so", async () => {
    const table = await read("a,b,c\n1,nan,NA\n2,,NA\n3,NaN,NA\n");
    expect(table.columns.map(({ dtype, missing }) => [dtype, missing])).toEqual([
      ["int64", 0],
      ["float64", 3],
      ["text", 0],
    ]);
    expect(() => nanargmin(table.block(), 0)).toThrow("All-NaN slice encountered");
    expect((await read("a,b\nnan,nan\n")).block().shape).toEqual([1, 2]);
  });

  it("makes an empty column one of empty labels", async () => {
    const table = await read("a,b,c\n1,,2\n3,,4\n");
    expect(table.block().shape).toEqual([2, 2]);
    expect(table.labels.map((label) => [label.name, label.text(0), label.text(1)])).toEqual([["b", "", ""]]);
  });

  it("says which whole numbers float64 does not hold", async () => {
    const table = await read("n\n9007199254740991\n9007199254740993\n123456789012345678901\n1e20\n0.12345678901234567\n");
    expect(table.receipt.rounded).toMatchObject({ count: 2, places: [{ line: 3 }, { line: 4 }] });
    expect(receiptSentences(table.receipt)).toContain("2 whole numbers beyond 2^53 became the nearest float64 (lines 3, 4).");
  });

  it("does not count whole numbers that float64 holds, however large", async () => {
    const held = ["18446744073709551616", `1${"0".repeat(22)}`, "-9223372036854777856", "9007199254740994"];
    const other = ["10000000000000000000001", "-9223372036854775809", `9${"0".repeat(400)}`];
    const table = await read(`n\n${held.join("\n")}\n${other.join("\n")}\n`);
    expect(table.receipt.rounded).toMatchObject({ count: 2, places: [{ line: 6 }, { line: 7 }] });
    expect(table.receipt.overflows).toMatchObject({ count: 1, places: [{ line: 8 }] });
  });

  it("names the cells that keep a column from being numbers, where most of it is", async () => {
    const table = await read("a,b\n1,x\n2,1\nn.d.,y\n4,2\nn.a.,z\n5,3\n");
    expect(table.receipt.brokenColumns).toEqual([{ name: "a", line: 4, text: "n.d.", count: 2, rows: [2, 4] }]);
    expect(receiptSentences(table.receipt)).toContain(
      'Column "a" is text, because line 4 has "n.d.", and 1 more cell is no number.',
    );
  });

  it("turns a column into text when a cell far down is no number, and loses nothing", async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => `${row},0${row}.50,${row / 4}`);
    rows[50_000] = "50000,n.d.,12500";
    const table = await read(`a,b,c\n${rows.join("\n")}\n`);
    expect(table.columns.map((column) => column.dtype)).toEqual(["int64", "text", "float64"]);
    expect(table.block().shape).toEqual([60_000, 2]);
    expect(table.block().item(59_999, 1)).toBe(59_999 / 4);
    expect(table.labels[0]?.text(7)).toBe("07.50");
    expect(table.labels[0]?.text(50_000)).toBe("n.d.");
    expect(table.receipt.brokenColumns).toEqual([{ name: "b", line: 50_002, text: "n.d.", count: 1, rows: [50_000] }]);
  });
});
