import { describe, expect, it } from "vitest";
import { readCsv } from "../../src/formats/csv/index.ts";

const read = (text: string) => readCsv(new TextEncoder().encode(text));

describe("a table's columns", () => {
  it("stand in file order, whatever they hold, and number the block's by themselves", async () => {
    const table = await read("a,x,b,y,c\n1,u,2.5,v,\n4,u,5,w,6\n");
    const columns = table.columns.map((column) => [column.name, column.dtype, column.index]);
    expect(columns).toEqual([
      ["a", "int64", 0],
      ["x", "text", 1],
      ["b", "float64", 2],
      ["y", "text", 3],
      ["c", "float64", 4],
    ]);
    expect(table.numberColumns.map(({ blockColumn, missing }) => [blockColumn, missing])).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
    ]);
    expect(table.columns).toBe(table.columns);
    table.free();
  });

  it("have the header's own text, be it quoted, beyond ASCII or between blanks", async () => {
    const table = await read('"a,b", é ,"say ""x""",plain\n1,2,3,4\n');
    expect(table.headings).toEqual(["a,b", "é", 'say "x"', "plain"]);
    expect(table.columns.map(({ name }) => name)).toEqual(["a,b", "é", 'say "x"', "plain"]);
    table.free();
  });

  it("have names of their own, a hundred thousand of them too", async () => {
    const width = 100_000;
    const header = Array.from({ length: width }, (_, k) => (k % 1000 === 0 ? "again" : `n${k}`)).join(",");
    const table = await read(`${header}\n${"1.5,".repeat(width - 1)}x\n${"2.5,".repeat(width - 1)}y\n`);
    expect(new Set(table.columns.map(({ name }) => name)).size).toBe(width);
    expect(table.columns[99_000]).toMatchObject({ name: "again_100", heading: "again", dtype: "float64" });
    expect(table.headings.length).toBe(width);
    expect(table.block().shape).toEqual([2, width - 1]);
    expect(table.labels.map(({ name, index }) => [name, index])).toEqual([["n99999", 99_999]]);
    table.free();
  });
});
