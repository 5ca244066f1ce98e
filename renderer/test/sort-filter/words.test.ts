import type { Filter } from "@argscope/core/contract/ordering.ts";
import { describe, expect, it } from "vitest";
import { askedBy, conditionOf, questionsFor } from "../../src/features/sort-filter/conditions.ts";
import { orderingText } from "../../src/features/sort-filter/words.ts";

const name = (column: number): string => `column ${column}`;
const only = (condition: Filter["condition"], not = false) => ({ sort: [], filters: [{ column: 2, condition, not }] });

describe("what is said of the order of the rows", () => {
  it("names the keys in their order, with their directions", () => {
    const sort = [
      { column: 0, descending: true },
      { column: 3, descending: false },
    ];
    expect(orderingText({ sort, filters: [] }, name)).toBe("Sorted by column 0 ↓, then column 3 ↑");
  });

  it.each<[Filter["condition"], boolean, string]>([
    [{ kind: "compare", operator: ">=", value: "5" }, false, "Only column 2 >= 5"],
    [{ kind: "between", low: "1", high: "2" }, false, "Only column 2 from 1 to 2"],
    [{ kind: "missing" }, true, "Only column 2 is not so: missing"],
    [{ kind: "contains", text: "os" }, false, "Only column 2 contains “os”"],
    [{ kind: "equals", text: "Oslo" }, false, "Only column 2 is “Oslo”"],
  ])("names what %o asks", (condition, not, text) => {
    expect(orderingText(only(condition, not), name)).toBe(text);
  });

  it("joins both", () => {
    const { filters } = only({ kind: "missing" });
    expect(orderingText({ sort: [{ column: 1, descending: false }], filters }, name)).toBe(
      "Sorted by column 1 ↑; only column 2 missing",
    );
  });
});

describe("the form of a filter", () => {
  it("asks other things of text than of numbers", () => {
    expect(questionsFor(true).map(({ value }) => value)).toEqual(["contains", "equals", "missing"]);
    expect(questionsFor(false).map(({ value }) => value)).toEqual(["<", "<=", "=", ">=", ">", "between", "missing"]);
  });

  it("stands for the condition that it was made of", () => {
    const conditions: Filter["condition"][] = [
      { kind: "compare", operator: "<", value: "5" },
      { kind: "between", low: "1", high: "2" },
      { kind: "missing" },
      { kind: "contains", text: "a" },
      { kind: "equals", text: "b" },
    ];
    for (const condition of conditions) expect(conditionOf(askedBy(condition, false))).toEqual(condition);
  });
});
