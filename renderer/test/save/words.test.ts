import { describe, expect, it } from "vitest";
import { cellsText, formsOffered } from "../../src/features/save/words.ts";

const titles = (own: "csv" | "npy" | null, isTable: boolean): string[] => {
  return formsOffered({ own, why: null, isTable }, "de-DE").map(({ title }) => title);
};

describe("the forms that a person may choose", () => {
  it("begin with the file's own", () => {
    expect(titles("csv", true)).toEqual(["As it was", "Clean CSV", "For a spreadsheet of my country", "NumPy array (.npy)"]);
    expect(titles(null, true)).toEqual(["Clean CSV", "For a spreadsheet of my country", "NumPy array (.npy)"]);
    expect(titles(null, false)).toEqual(["NumPy array (.npy)"]);
    expect(formsOffered({ own: "npy", why: null, isTable: false }, "de-DE")[0]?.form).toEqual({ kind: "own" });
  });

  it("have the country's delimiter and decimal mark", () => {
    const country = (locale: string) => formsOffered({ own: "csv", why: null, isTable: true }, locale)[2]?.form;
    expect(country("de-DE")).toEqual({ kind: "country", delimiter: ";", point: "," });
    expect(country("en-US")).toEqual({ kind: "country", delimiter: ",", point: "." });
    expect(country("de-CH")).toEqual({ kind: "country", delimiter: ",", point: "." });
  });

  it("count the cells", () => {
    expect([cellsText(1), cellsText(1234)]).toEqual(["1 cell", "1,234 cells"]);
  });
});
