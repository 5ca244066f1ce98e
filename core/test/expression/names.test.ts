import { describe, expect, it } from "vitest";
import { compile, namesThrough, originsOf, viewOf } from "../../src/expression/index.ts";
import { fromNested } from "../../src/index.ts";

const a = fromNested([
  [1, 2, 3],
  [4, 5, 6],
]);
const names = {
  columns: ["Jan", "Feb", "Mar"],
  labels: [{ name: "city", text: (row: number) => ["Oslo", "Rome"][row] ?? "" }],
};

function named(text: string): { columns: string[]; labels: string[][] } {
  const program = compile(text);
  const { shape } = viewOf(program, a);
  const { columns, labels } = namesThrough(originsOf(program, a), shape, names);
  const rows = Array.from({ length: shape[0] ?? 0 }, (_, row) => row);
  return {
    columns: Array.from({ length: columns.length }, (_, k) => columns[k] as string),
    labels: labels.map(({ text: of }) => rows.map(of)),
  };
}

describe("the file's names follow a view", () => {
  it.each([
    ["a[::-1]", ["Jan", "Feb", "Mar"], [["Rome", "Oslo"]]],
    ["a[:, ::-2]", ["Mar", "Jan"], [["Oslo", "Rome"]]],
    ["a[1:, 1:]", ["Feb", "Mar"], [["Rome"]]],
    ["a.T", ["Oslo", "Rome"], [["Jan", "Feb", "Mar"]]],
    ["a[::-1].T[1:]", ["Rome", "Oslo"], [["Feb", "Mar"]]],
    ["a[1]", [], [["Jan", "Feb", "Mar"]]],
    ["a[:, 2]", [], [["Oslo", "Rome"]]],
    ["a[:, 0][:, None]", [], [["Oslo", "Rome"]]],
    ["a.reshape(2, 3)", ["Jan", "Feb", "Mar"], [["Oslo", "Rome"]]],
  ] as const)("%s", (text, columns, labels) => {
    expect(named(text)).toEqual({ columns, labels });
  });

  it("and are dropped where they stand for nothing any more", () => {
    expect(named("a.reshape(3, 2)")).toEqual({ columns: [], labels: [] });
    expect(named("a[None]")).toEqual({ columns: [], labels: [] });
  });

  it("are read one by one: a thousand million names cost nothing", () => {
    const many = namesThrough([null, { axis: 1, start: 0, step: 0 }], [1, 1e9], names).columns;
    expect(many.length).toBe(1e9);
    expect(many[999_999_999]).toBe("Jan");
    expect(many[1e9]).toBeUndefined();
  });
});
