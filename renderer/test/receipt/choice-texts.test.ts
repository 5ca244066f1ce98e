import { describe, expect, it } from "vitest";
import { choiceTexts } from "../../src/features/receipt/choice-texts.ts";

describe("what was chosen about a file", () => {
  it("is said in a few words each, and nothing where nothing was", () => {
    expect(choiceTexts({})).toEqual([]);
    expect(choiceTexts({ sheet: "May", delimiter: "\t", header: "none", decimal: "," })).toEqual([
      "sheet “May”",
      "delimiter tab",
      "header lines none",
      "decimal mark ,",
    ]);
    expect(choiceTexts({ quote: '"', escape: "\\" })).toEqual(['quotes "', "quotes escaped by \\"]);
  });

  it("names a few columns and counts many", () => {
    expect(choiceTexts({ exclude: ["id"] })).toEqual(["without column “id”"]);
    expect(choiceTexts({ columns: ["a", "b"] })).toEqual(["only columns “a”, “b”"]);
    expect(choiceTexts({ columns: ["a", "b", "c", "d", "e"] })).toEqual(["only 5 columns"]);
  });

  it("says rows as a slice does", () => {
    expect(choiceTexts({ rows: { start: 10, stop: 20 } })).toEqual(["rows 10:20"]);
    expect(choiceTexts({ rows: { start: 5, stop: null } })).toEqual(["rows 5:"]);
  });

  it("tells no labels from labels that are decided", () => {
    expect(choiceTexts({ indexCol: null })).toEqual(["no labels of the rows"]);
    expect(choiceTexts({ indexCol: "who" })).toEqual(["labels of the rows “who”"]);
    expect(choiceTexts({ strict: true, dates: "dmy" })).toEqual(["refused if it has to be mended", "dates with the day first"]);
  });
});
