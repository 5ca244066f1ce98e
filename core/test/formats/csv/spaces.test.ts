import { describe, expect, it } from "vitest";
import { type CsvOptions, cutRows, readCsv, receiptSentences } from "../../../src/formats/csv/index.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, options: CsvOptions = {}) => readCsv(bytesOf(text), options);

describe("cells that runs of spaces part", () => {
  const aligned = [
    "  id    city       t",
    "   1    Oslo    -4.5",
    "  20    Rome     8",
    " 300    Cairo   14  ",
    "",
    "4000    Lima    19",
    "",
  ].join("\n");

  it("are found by themselves, with blanks before the first and behind the last", async () => {
    const table = await read(aligned);
    expect(table.columns.map(({ name, dtype }) => [name, dtype])).toEqual([
      ["id", "int64"],
      ["city", "text"],
      ["t", "float64"],
    ]);
    expect(table.block().toNested()).toEqual([
      [1, -4.5],
      [20, 8],
      [300, 14],
      [4000, 19],
    ]);
    expect(table.receipt.delimiter.value).toBe("spaces");
    expect(table.receipt).toMatchObject({ shortRows: { count: 0 }, longRows: { count: 0 }, blankLines: { count: 1 } });
    expect(receiptSentences(table.receipt)).toContainEqual(
      expect.stringMatching(/^The delimiter is any number of spaces: spaces part 100 % of the first lines into 3 cells\.$/),
    );
  });

  it("may be chosen, and so may a single space", async () => {
    const text = "a b\n1  2\n3 4\n";
    const runs = await read(text, { delimiter: "spaces" });
    expect(runs.block().toNested()).toEqual([
      [1n, 2n],
      [3n, 4n],
    ]);
    const single = await read(text, { delimiter: " ", header: 1 });
    expect(single.columns.length).toBe(3);
  });

  it("may stand in quotes", async () => {
    const table = await read('name      n\n"New York"  1\n"  x "      2\n', { delimiter: "spaces" });
    expect([0, 1].map((row) => table.labels[0]?.text(row))).toEqual(["New York", "  x "]);
  });

  it("are cut again from the file's own text", async () => {
    const table = await read(aligned);
    const bytes = bytesOf(aligned).slice(table.rowOffsets[0]);
    expect(cutRows(bytes, table.dialect, 2, 2, true)).toEqual([
      ["300", "Cairo", "14"],
      ["4000", "Lima", "19"],
    ]);
  });

  it("make no table of prose", async () => {
    const table = await read("text\nHello  there you\nThis is  a line\nwith words\n");
    expect(table.columns.length).toBe(1);
  });
});
