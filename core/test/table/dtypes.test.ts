import { describe, expect, it } from "vitest";
import { ValueError } from "../../src/errors.ts";
import { type CsvOptions, readCsv, receiptSentences } from "../../src/formats/csv/index.ts";
import { argmax, argmin } from "../../src/reduce/argreduce.ts";

const read = (text: string, options: CsvOptions = {}) => readCsv(new TextEncoder().encode(text), options);
const dtypesOf = async (text: string) => (await read(text)).columns.map(({ dtype }) => dtype);

describe("the dtype of a column of numbers", () => {
  it("is int64 where all are written as whole numbers", async () => {
    expect(await dtypesOf("a,b,c\n1,1.0,1\n-2,3,1e0\n")).toEqual(["int64", "float64", "float64"]);
  });

  it("is float64 where a cell is missing, and the receipt says so", async () => {
    const table = await read("a,b\n1,2\n,3\n");
    expect(table.columns.map(({ dtype }) => dtype)).toEqual(["float64", "int64"]);
    expect(receiptSentences(table.receipt)).toContain('Column "a" is float64, not int64, because cells are missing.');
  });

  it("is uint64 where int64 is too small and none is negative", async () => {
    expect(await dtypesOf("a,b,c\n18446744073709551615,9223372036854775808,18446744073709551616\n0,-1,2\n")).toEqual([
      "uint64",
      "float64",
      "float64",
    ]);
  });

  it("reaches to both ends of int64", async () => {
    const table = await read("n\n9223372036854775807\n-9223372036854775808\n-0\n-1\n4294967296\n-4294967297\n");
    expect(table.block().toNested()).toEqual([
      [9223372036854775807n],
      [-9223372036854775808n],
      [0n],
      [-1n],
      [4294967296n],
      [-4294967297n],
    ]);
  });
});

describe("a", () => {
  it("is int64 where all columns are, and exact beyond 2^53", async () => {
    const table = await read("a,b\n9007199254740993,9007199254740992\n1,2\n");
    expect(table.block().dtype).toBe("int64");
    expect(argmax(table.block(), 1).toNested()).toEqual([0, 1]);
    expect(table.receipt.rounded.count).toBe(0);
  });

  it("is uint64 where all columns are, and exact", async () => {
    const table = await read("a\n18446744073709551614\n18446744073709551615\n5\n");
    expect(table.block().dtype).toBe("uint64");
    expect(table.block().toNested()).toEqual([[18446744073709551614n], [18446744073709551615n], [5n]]);
    expect(argmax(table.block(), null).toNested()).toBe(1);
  });

  it("is float64 where they differ, as np.result_type has it, and the receipt counts what was rounded", async () => {
    const table = await read("id,x\n9007199254740992,0.5\n9007199254740993,1\n9007199254740995,2\n7,3\n");
    expect(table.block().toNested()).toEqual([
      [9007199254740992, 0.5],
      [9007199254740992, 1],
      [9007199254740996, 2],
      [7, 3],
    ]);
    expect(table.receipt.rounded).toMatchObject({ count: 2, places: [{ line: 3 }, { line: 4 }] });
    expect(receiptSentences(table.receipt)).toContain("2 whole numbers beyond 2^53 became the nearest float64 (lines 3, 4).");
  });

  it("of int64 and uint64 is float64", async () => {
    const table = await read("a,b\n1,18446744073709551615\n2,3\n");
    expect(table.columns.map(({ dtype }) => dtype)).toEqual(["int64", "uint64"]);
    expect(table.block().dtype).toBe("float64");
  });
});

describe("a block of chosen columns", () => {
  it("has the integers exactly that stand rounded beside floats", async () => {
    const table = await read("id,x,u\n9007199254740993,0.5,18446744073709551615\n-5,1,3\n");
    expect(table.block(["id"]).toNested()).toEqual([[9007199254740993n], [-5n]]);
    expect(table.block(["u"]).toNested()).toEqual([[18446744073709551615n], [3n]]);
    expect(table.block(["id", "x"]).dtype).toBe("float64");
    expect(table.block(["x", "id"]).toNested()).toEqual([
      [0.5, 9007199254740992],
      [1, -5],
    ]);
  });

  it("of uneven columns of an integer table is an exact copy", async () => {
    const table = await read("a,b,c\n1,-9223372036854775807,3\n4,9223372036854775806,6\n");
    expect(table.block(["c", "a", "b"]).toNested()).toEqual([
      [3n, 1n, -9223372036854775807n],
      [6n, 4n, 9223372036854775806n],
    ]);
  });

  it("is bool where all are true and false", async () => {
    const table = await read("ok,no,x\nTrue,FALSE,1\nfalse,true,2\n");
    expect(table.columns.map(({ dtype }) => dtype)).toEqual(["bool", "bool", "int64"]);
    expect(table.block(["ok", "no"]).toNested()).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(table.labels[0]?.text(0)).toBe("True");
  });

  it("is datetime64 of the finest unit, NaT where a date is missing", async () => {
    const table = await read("day,at,x\n2024-03-07,2024-03-07 12:30:00.5,1\n,2023-01-01T00:00,2\n");
    const block = table.block(["day", "at"]);
    expect(block.dtype).toBe("datetime64[ms]");
    expect(block.toNested()).toEqual([
      ["2024-03-07T00:00:00.000", "2024-03-07T12:30:00.500"],
      ["NaT", "2023-01-01T00:00:00.000"],
    ]);
    expect(argmin(table.block(["at"]), null).toNested()).toBe(1);
  });

  it("is text in code-point order otherwise", async () => {
    const table = await read("city,x\nZürich,1\nAarau,2\n😀,3\n");
    const block = table.block(["city"]);
    expect(block.toNested()).toEqual([["Zürich"], ["Aarau"], ["😀"]]);
    expect(block.dtype).toBe("str6");
    expect(argmin(block, null).toNested()).toBe(1);
    expect(argmax(block, null).toNested()).toBe(2);
  });

  it("is refused where the columns are of different sorts", async () => {
    const table = await read("city,ok,day,x\nOslo,true,2024-01-01,1\nRome,false,2024-01-02,2\n");
    for (const names of [
      ["city", "x"],
      ["ok", "city"],
      ["day", "ok"],
      ["day", "x"],
    ]) {
      expect(() => table.block(names)).toThrow(ValueError);
    }
    expect(() => table.block(["day", "x"])).toThrow(
      'Column "day" is datetime64[D], and column "x" holds numbers: choose columns of one sort.',
    );
  });
});
