import { describe, expect, it } from "vitest";
import { readCsv, receiptSentences } from "../../src/formats/csv/index.ts";

const read = (text: string) => readCsv(new TextEncoder().encode(text));
const column = (...cells: readonly string[]): string => `when,v\n${cells.map((cell, k) => `${cell},${k}\n`).join("")}`;

describe("a column of dates but for some cells", () => {
  it("is text, and the first that is none is told", async () => {
    const table = await read(column("2024-01-01", "", "soon", "2024-01-03", "2024-01-04", "later"));
    expect(table.labels[0]?.dtype).toBe("text");
    expect(table.receipt.labels.strayDates).toEqual([{ name: "when", row: 2, text: "soon", is: "other" }]);
    expect(receiptSentences(table.receipt)).toContain('Column "when" stays text: "soon" in row 2 is no date.');
  });

  it("is told where its dates have no common order", async () => {
    const table = await read(column("03/04/2024", "13/04/2024", "04/25/2024"));
    expect(receiptSentences(table.receipt)).toContain(
      'Column "when" stays text: "04/25/2024" in row 2 is written in another order than the dates before it.',
    );
  });

  it.each([
    ["has an offset from UTC, and other dates have none", ["2024-01-01", "2024-01-02T10:00:00Z", "2024-01-03"], 1],
    ["has no offset from UTC, and other dates have one", ["2024-01-01T00:00Z", "2024-01-02T00:00+02:00", "", "2024-01-02"], 3],
  ])("is told where one %s", async (what, cells, row) => {
    const table = await read(column(...cells));
    expect(table.labels[0]?.dtype).toBe("text");
    expect(receiptSentences(table.receipt)).toContain(`Column "when" stays text: "${cells[row]}" in row ${row} ${what}.`);
  });

  it("may have a cell too long for a date", async () => {
    const table = await read(column("2024-01-01", "x".repeat(80), "2024-01-03"));
    expect(table.receipt.labels.strayDates).toMatchObject([{ row: 1, is: "other" }]);
  });

  it("is a column of words where most cells are", async () => {
    const table = await read(column("2024-01-01", "soon", "later", "never"));
    expect(table.receipt.labels.strayDates).toEqual([]);
    expect((await read(column("true", "soon", "2024-01-01"))).receipt.labels.strayDates).toEqual([]);
  });
});

describe("a column of true and false but for some cells", () => {
  it("is text, and the first that is neither is told", async () => {
    const table = await read(column("true", "", "FALSE", "yes", "true", "no"));
    expect(table.labels[0]?.dtype).toBe("text");
    expect(receiptSentences(table.receipt)).toContain('Column "when" stays text: "yes" in row 3 is neither true nor false.');
  });

  it("is a column of words where most cells are", async () => {
    expect((await read(column("true", "yes", "no"))).receipt.labels.strayBools).toEqual([]);
  });
});

describe("a column whose cells are all missing", () => {
  it("is text, and is told", async () => {
    const table = await read("a,b,c\n1,,x\n2,,y\n3,NA,z\n");
    expect(table.receipt.labels.empties).toEqual(["b"]);
    expect(receiptSentences(table.receipt)).toContain('Column "b" has no value in any row.');
  });

  it("is not told of where there are no rows", async () => {
    expect((await read("a,b\n")).receipt.labels.empties).toEqual([]);
  });
});
