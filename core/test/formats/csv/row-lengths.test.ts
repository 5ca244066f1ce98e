import { describe, expect, it } from "vitest";
import { type CsvOptions, readCsv, receiptSentences } from "../../../src/formats/csv/index.ts";

const read = (text: string, options?: CsvOptions) => readCsv(new TextEncoder().encode(text), options);
const receiptOf = async (text: string, options?: CsvOptions) => (await read(text, options)).receipt;
const saidOfRows = async (text: string) =>
  receiptSentences(await receiptOf(text)).filter((said) => /\brows? (?:is|are|had)\b/.test(said));

const usualRows = (count: number): string => "1,2,3\n".repeat(count);

describe("rows of other lengths", () => {
  it("are told against what most rows have, not against the widest row", async () => {
    const receipt = await receiptOf(`a,b,c\n${usualRows(20)}1,2,3,4,5\n1,2\n${usualRows(10)}`);
    expect(receipt.usualCells).toEqual({ usual: 3, from: "rows" });
    expect(receipt.longRows).toEqual({ count: 1, places: [{ row: 20, line: 22, column: 5 }] });
    expect(receipt.shortRows).toEqual({ count: 1, places: [{ row: 21, line: 23, column: 2 }] });
    expect(receipt.cutRows.count).toBe(0);
  });

  it("are said with their lines, and what became of the cells", async () => {
    expect(await saidOfRows(`a,b,c\n${usualRows(20)}1,2,3,4,5\n1,2\n1\n${usualRows(10)}`)).toEqual([
      "2 rows are shorter than the usual 3 cells; what is missing is empty (lines 23, 24).",
      "1 row is longer than the usual 3 cells; what is more stands in columns of its own (line 22).",
    ]);
  });

  it("are told in files without a header too, from the first row to the last", async () => {
    const { usualCells, longRows, shortRows } = await receiptOf(`1,2,3,4\n${usualRows(20)}1,2,3,4\n`);
    expect(usualCells.usual).toBe(3);
    expect(longRows.places.map(({ line }) => line)).toEqual([1, 22]);
    expect(longRows.count).toBe(2);
    expect(shortRows.count).toBe(0);
  });

  it("may be of several lengths, each longer than usual", async () => {
    const { longRows } = await receiptOf(
      `a,b,c\n${usualRows(9)}1,2,3,4\n${usualRows(5)}1,2,3,4,5\n1,2,3,4,5,6\n${usualRows(5)}`,
    );
    expect(longRows.count).toBe(3);
    expect(longRows.places.map(({ line, column }) => [line, column])).toEqual([
      [11, 4],
      [17, 5],
      [18, 6],
    ]);
  });

  it("name no line that is not certain: a blank line or a line break in quotes may stand before it", async () => {
    const broken = await receiptOf(`a,b,c\n${usualRows(9)}1,"2\n2",3\n1,2,3,4\n${usualRows(9)}`);
    expect(broken.longRows).toEqual({ count: 1, places: [] });
    const blank = await receiptOf(`a,b,c\n${usualRows(9)}\n1,2,3,4\n${usualRows(9)}`);
    expect(blank.longRows).toEqual({ count: 1, places: [] });
    // Behind the last usual row nothing shows how many lines there are.
    const last = await receiptOf(`a,b,c\n${usualRows(9)}\n1,2,3,4\n`);
    expect(last.longRows).toEqual({ count: 1, places: [] });
  });

  it("are said apart where cells stand behind the last column", async () => {
    const far = usualRows(60_000);
    expect(await saidOfRows(`a,b,c\n${far}1,2,3,4\n`)).toEqual([
      "1 row is longer than the usual 3 cells; what stands behind column 3 was left out (line 60002).",
    ]);
    expect(await saidOfRows(`a,b,c\n1,2,3,4\n${far}1,2,3,4,5\n`)).toEqual([
      "2 rows are longer than the usual 3 cells; what is more stands in columns of its own (lines 2, 60003).",
      "1 row had cells behind column 4, which were left out (line 60003).",
    ]);
  });

  it("are shorter than the header where that has more names than rows have cells", async () => {
    expect(await saidOfRows(`a,b,c,d\n${usualRows(2)}`)).toEqual([
      "2 rows are shorter than the header's 4 cells; what is missing is empty (lines 2, 3).",
    ]);
  });

  it("are none where the header's last delimiter has no name behind it", async () => {
    expect(await saidOfRows(`a,b,c,\n${usualRows(2)}`)).toEqual([]);
  });

  it("are counted among the rows that were chosen", async () => {
    const text = `a,b,c\n1,2,3,4\n${usualRows(9)}1,2\n${usualRows(9)}`;
    const { longRows, shortRows } = await receiptOf(text, { rows: { start: 5, stop: 15 } });
    expect(longRows.count).toBe(0);
    expect(shortRows.places.map(({ line }) => line)).toEqual([12]);
  });
});
