import { describe, expect, it } from "vitest";
import { FormatError, ValueError } from "../../../src/errors.ts";
import { type CsvOptions, readCsv, receiptSentences } from "../../../src/formats/csv/index.ts";
import { subjectOf } from "../../../src/table/subject.ts";
import type { Table } from "../../../src/table/table.ts";
import { seeded } from "./seeded.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, options: CsvOptions = {}) => readCsv(bytesOf(text), options);
const cities = "city,id,x,y\nOslo,1,1.5,-\nRome,2,2.5,4\nCairo,3,3.5,5\n";

describe("columns that are chosen", () => {
  it("are read alone, in file order, with their places in the file", async () => {
    const table = await read(cities, { columns: ["y", "id"] });
    expect(table.columns.map(({ name, index, dtype }) => [name, index, dtype])).toEqual([
      ["id", 1, "int64"],
      ["y", 3, "float64"],
    ]);
    expect(table.block().toNested()).toEqual([
      [1, Number.NaN],
      [2, 4],
      [3, 5],
    ]);
    expect(receiptSentences(table.receipt)).toContain("2 columns were not read.");
    expect(table.receipt.missing.count).toBe(1);
  });

  it("may be all but some", async () => {
    const table = await read(cities, { exclude: ["id", "y"] });
    expect(table.columns.map(({ name }) => name)).toEqual(["city", "x"]);
  });

  it("count nothing of what was not read", async () => {
    const table = await read("a,b\n1,\n2,x\n3,\n", { columns: ["a"] });
    expect(table.receipt).toMatchObject({ missing: { count: 0 }, brokenColumns: [], textColumns: 0 });
    expect(table.block().dtype).toBe("int64");
  });

  it("must be there, and one must be left", async () => {
    await expect(read(cities, { columns: ["citty"] })).rejects.toThrow('no column named "citty" (did you mean city?)');
    await expect(read(cities, { indexCol: "z" })).rejects.toThrow(ValueError);
    await expect(read("a,b\n1,2\n", { exclude: ["a", "b"] })).rejects.toThrow("every one is excluded");
  });
});

describe("the column that names the rows", () => {
  it("stays text, is read in any case, and is no part of a", async () => {
    const options = { columns: ["x"], indexCol: "id" };
    const table = await read(cities, options);
    const { array, rowLabels, columns } = subjectOf(table, options, "cities.csv");
    expect(columns).toEqual(["x"]);
    expect(array.shape).toEqual([3, 1]);
    expect([rowLabels?.name, rowLabels?.text(2)]).toEqual(["id", "3"]);
  });

  it("is the first of text, unless none is wanted", async () => {
    const table = await read(cities);
    expect(subjectOf(table, {}, "").rowLabels?.name).toBe("city");
    expect(subjectOf(table, { indexCol: null }, "").rowLabels).toBeNull();
  });
});

describe("a table whose chosen columns hold no numbers", () => {
  const text = "city,ok,day,x\nRome,true,2024-03-07,1\nOslo,false,2023-12-31,2\n";

  it.each<[string[], string, unknown[][]]>([
    [["day"], "datetime64[D]", [["2024-03-07"], ["2023-12-31"]]],
    [["ok"], "bool", [[true], [false]]],
    [["city"], "str4", [["Rome"], ["Oslo"]]],
  ])("is %j as %s", async (columns, dtype, values) => {
    const table = await read(text, { columns });
    const { array, isCopy, rowLabels } = subjectOf(table, { columns }, "t.csv");
    expect([array.dtype, isCopy, rowLabels]).toEqual([dtype, true, null]);
    expect(array.toNested()).toEqual(values);
  });

  it("is refused where nothing was chosen, or things of different sorts", async () => {
    const table = await read("city,day\nRome,2024-03-07\n");
    expect(() => subjectOf(table, {}, "t.csv")).toThrow("t.csv has no column of numbers");
    expect(() => subjectOf(table, { columns: ["city", "day"] }, "t.csv")).toThrow("choose columns of one sort");
  });
});

describe("rows that are chosen", () => {
  it("are those of the range alone", async () => {
    const table = await read(cities, { rows: { start: 1, stop: 2 } });
    expect(table.labels[0]?.text(0)).toBe("Rome");
    expect(table.rowCount).toBe(1);
    expect(receiptSentences(table.receipt)).toContain("Only rows 1:2 of the table were read.");
  });

  it("may end with the file, lie behind it, or be none", async () => {
    expect((await read(cities, { rows: { start: 2, stop: null } })).rowCount).toBe(1);
    expect((await read(cities, { rows: { start: 2, stop: 99 } })).rowCount).toBe(1);
    expect((await read(cities, { rows: { start: 9, stop: null } })).block().shape).toEqual([0, 3]);
    expect((await read(cities, { rows: { start: 1, stop: 1 } })).rowCount).toBe(0);
  });

  it("keep a column of numbers that has none in them", async () => {
    const table = await read(cities, { rows: { start: 0, stop: 1 } });
    expect(table.block().toNested()).toEqual([[1, 1.5, Number.NaN]]);
  });

  it("have the lines of the file, with quoted line breaks, blank lines and comments before them", async () => {
    const text = 'name,n\n"two\nlines",1\n\nb,2\nc,3\nd\ne,4\n';
    const table = await read(text, { rows: { start: 2, stop: 4 } });
    expect(table.receipt.shortRows.places).toEqual([{ row: 1, line: 7, column: 1 }]);
    const ragged = await read("a,b\n1,2\n3\n4,5\n6\n", { rows: { start: 2, stop: null } });
    expect(ragged.receipt.shortRows).toMatchObject({ count: 1, places: [{ line: 5, row: 1 }] });
  });

  it("decide for themselves what their columns are", async () => {
    const two = "a,b\n1,2\n3,4\nTotal,6\nc,d\n5.5,x\n6.5,y\n";
    const first = await read(two, { rows: { start: 0, stop: 2 } });
    expect(first.columns.map(({ dtype }) => dtype)).toEqual(["int64", "int64"]);
    const second = await read(two, { rows: { start: 4, stop: null } });
    expect(second.columns.map(({ dtype }) => dtype)).toEqual(["float64", "text"]);
  });

  it("are the same as a part of the whole, wherever they are cut", async () => {
    const random = seeded(11);
    const lines = Array.from({ length: 3000 }, (_, row) => {
      const text = random() < 0.1 ? `"a ""b""\n${"x".repeat(Math.floor(random() * 400))}"` : `t${row}`;
      return `${row},${text},${row / 8}${random() < 0.05 ? "\r\n" : ""}`;
    });
    const bytes = bytesOf(`id,text,x\n${lines.join("\n")}\n`);
    const whole = await readCsv(bytes);
    const [labels] = whole.labels;
    for (const [start, stop] of [
      [0, 1],
      [1, 255],
      [255, 257],
      [256, 512],
      [700, 2999],
      [2999, 3000],
    ] as const) {
      const part = await readCsv(bytes, { rows: { start, stop } });
      expect(part.rowCount).toBe(stop - start);
      const plain = (table: Table) => (table.block().toNested() as (number | bigint)[][]).map((row) => row.map(Number));
      expect(plain(part)).toEqual(plain(whole).slice(start, stop));
      expect(part.labels[0]?.text(stop - start - 1)).toBe(labels?.text(stop - 1));
      part.free();
    }
    whole.free();
  });

  it("read no further than their end, and what is before them in short stretches", async () => {
    const row = `${"1234567,".repeat(20)}1\n`;
    const bytes = bytesOf(`${"a,".repeat(20)}b\n${row.repeat(120_000)}`);
    let furthest = 0;
    const source = {
      name: "long.csv",
      size: bytes.length,
      read: async (start: number, end: number) => {
        furthest = Math.max(furthest, end);
        return bytes.slice(start, end);
      },
      close() {},
    };
    const table = await readCsv(source, { rows: { start: 50, stop: 60 } });
    expect(table.rowCount).toBe(10);
    expect(furthest).toBeLessThan(bytes.length / 2);
    table.free();
  });
});

describe("a strict reading", () => {
  it.each<[string, string, { line: number; column: number }]>([
    ["too few cells", "a,b\n1,2\n3\n", { line: 3, column: 2 }],
    ["too many cells", `a,b\n${"1,2\n".repeat(1500)}1,2,3\n`, { line: 1502, column: 3 }],
    ["a quote out of place", 'a,b\nx,1\n"y"z,2\n', { line: 3, column: 1 }],
  ])("refuses %s, with line and column", async (_, text, place) => {
    const refused = read(text, { strict: true, header: 1 });
    await expect(refused).rejects.toThrow(FormatError);
    await expect(refused).rejects.toMatchObject({ place });
  });

  it("takes what is well formed", async () => {
    expect((await read(cities, { strict: true })).rowCount).toBe(3);
  });
});
