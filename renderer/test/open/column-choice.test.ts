import type { PreviewColumn } from "@argscope/core/contract/opening.ts";
import { describe, expect, it } from "vitest";
import { choiceOf, chosenColumns } from "../../src/features/open/column-choice.ts";

const columns: readonly PreviewColumn[] = [
  { name: "id", dtype: "int64", isNumber: true },
  { name: "a", dtype: "float64", isNumber: true },
  { name: "b", dtype: "float64", isNumber: true },
  { name: "when", dtype: "datetime64[D]", isNumber: false },
  { name: "who", dtype: "text", isNumber: false },
];

/** What is chosen when only these are read. */
function choosing(...names: string[]) {
  return choiceOf(columns.map((column) => ({ ...column, isRead: names.includes(column.name) })));
}

const read = (options: Parameters<typeof chosenColumns>[1]): string[] =>
  chosenColumns(columns, options)
    .filter(({ isRead }) => isRead)
    .map(({ name }) => name);

describe("the columns that are read", () => {
  it("are all without a choice, those that are named, or all but those that are named", () => {
    expect(read({})).toHaveLength(5);
    expect(read({ columns: ["a", "who"] })).toEqual(["a", "who"]);
    expect(read({ exclude: ["id"] })).toEqual(["a", "b", "when", "who"]);
  });

  it("have the one that names the rows among them in any case", () => {
    expect(read({ columns: ["a"], indexCol: "who" })).toEqual(["a", "who"]);
    expect(read({ exclude: ["who"], indexCol: "who" })).toHaveLength(5);
  });
});

describe("a choice of columns", () => {
  it("names the few: those that are left out, or those that are read", () => {
    expect(choosing("a", "b", "when", "who")).toEqual({ columns: undefined, exclude: ["id"] });
    expect(choosing("a", "who")).toEqual({ columns: ["a", "who"], exclude: undefined });
  });

  it("names what is read where no number is, for that is how times or text become the array", () => {
    expect(choosing("when")).toEqual({ columns: ["when"], exclude: undefined });
    expect(choosing("when", "who")).toEqual({ columns: ["when", "who"], exclude: undefined });
  });

  it("of all columns is none, and so is one of no column", () => {
    const none = { columns: undefined, exclude: undefined };
    expect(choosing(...columns.map(({ name }) => name))).toEqual(none);
    expect(choosing()).toEqual(none);
  });

  it("reads what was chosen", () => {
    for (const names of [["a"], ["id", "a", "b", "who"], ["when", "who"]]) {
      const { columns: only, exclude } = choosing(...names);
      expect(read({ ...(only && { columns: only }), ...(exclude && { exclude }) })).toEqual(names);
    }
  });
});
