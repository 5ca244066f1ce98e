import { describe, expect, it } from "vitest";
import { noNumbersSentence, readCsv } from "../../../src/formats/csv/index.ts";

const sentenceOf = async (text: string) => noNumbersSentence(await readCsv(new TextEncoder().encode(text)), "t.csv");

describe("a table without a column of numbers", () => {
  it("without rows is not judged by its columns", async () => {
    expect(await sentenceOf("a,b,c\n")).toBe("t.csv has a header and no rows. Choose a file with rows of data.");
  });

  it("of dates is not called text", async () => {
    expect(await sentenceOf("from,to\n2024-01-01,2024-01-02\n")).toBe(
      't.csv has no column of numbers: all 2 columns are dates, from "from" to "to". Choose a file with at least one column of numbers.',
    );
    expect(await sentenceOf("day\n2024-01-01\n2024-01-02\n")).toContain('its only column, "day", holds dates.');
    expect(await sentenceOf("day,name\n2024-01-01,x\n2024-01-02,y\n")).toContain("all 2 columns are dates, text, from");
  });
});
