import { describe, expect, test } from "vitest";
import type { Place } from "../../src/contract/selecting.ts";
import { CancelledError } from "../../src/errors.ts";
import { Watch } from "../../src/reduce/watch.ts";
import type { Plane } from "../../src/select/plane.ts";
import { queryOf } from "../../src/select/query.ts";
import { rowOfLabel, search, searchSize, searchWidth } from "../../src/select/search.ts";
import { planeOf, planeOfRows, texts } from "./planes.ts";

const nan = Number.NaN;
const numbers = [
  [3.5, 13.5, nan],
  [-3.5, 1e21, Number.POSITIVE_INFINITY],
  [3, 35, Number.NEGATIVE_INFINITY],
];
const plain = planeOfRows(numbers);
const labelled = planeOf(plain.cells, {
  labels: [texts("city", ["Oslo", "Cairo", "Québec"]), texts("note", ["nan", "10 km", "oslo"])],
});

function all(plane: Plane, text: string, matchCase = false): string[] {
  const query = queryOf({ text, matchCase });
  if (query === null) return [];
  const places: string[] = [];
  for (let cell = 0; cell < searchSize(plane); cell++) {
    const { first } = search(plane, query, { from: cell, to: cell + 1, want: "first" }, new Watch(undefined, 1));
    if (first !== null) places.push(`${first.row},${first.column}`);
  }
  const { count } = search(plane, query, { from: 0, to: searchSize(plane), want: "count" }, new Watch(undefined, 1));
  expect(count).toBe(places.length);
  return places;
}

describe("what is looked for", () => {
  test.each([
    ["3.5", ["0,0", "0,1", "1,0"]],
    ["= 3.5", ["0,0"]],
    ["==3.5", ["0,0"]],
    ["> 10", ["0,1", "1,1", "1,2", "2,1"]],
    [">= 35", ["1,1", "1,2", "2,1"]],
    ["< 0", ["1,0", "2,2"]],
    ["<= 3", ["1,0", "2,0", "2,2"]],
    ["!= 3.5", ["0,1", "1,0", "1,1", "1,2", "2,0", "2,1", "2,2"]],
    ["nan", ["0,2"]],
    ["NaN", ["0,2"]],
    ["= nan", ["0,2"]],
    ["inf", ["1,2", "2,2"]],
    ["= -inf", ["2,2"]],
    ["= 1e21", ["1,1"]],
    ["e+21", ["1,1"]],
    ["Oslo", []],
    ["=", []],
    ["> Oslo", []],
    ["  ", []],
  ])("%j in numbers", (text, places) => {
    expect(all(plain, text)).toEqual(places);
  });

  test.each([
    ["oslo", false, ["0,-1", "2,3"]],
    ["Oslo", true, ["0,-1"]],
    ["= oslo", false, ["0,-1", "2,3"]],
    ["= osl", false, []],
    ["é", false, ["2,-1"]],
    ["nan", false, ["0,2", "0,3"]],
    ["10", false, ["1,3"]],
    ["= 35", false, ["2,1"]],
  ])("%j, match case %s, in labels too", (text, matchCase, places) => {
    expect(all(labelled, text, matchCase)).toEqual(places);
  });

  test("integers compare without losing a digit", () => {
    const plane = planeOfRows([[9007199254740993n, 9007199254740992n]], "int64");
    expect(all(plane, "= 9007199254740993")).toEqual(["0,0"]);
    expect(all(plane, "> 9007199254740992")).toEqual(["0,0"]);
  });

  test("what is filtered out is not found, and places are those shown", () => {
    const plane = planeOf(plain.cells, { rowOrder: Int32Array.of(2, 0), columnOrder: [1, 0] });
    expect(all(plane, "3")).toEqual(["0,0", "0,1", "1,0", "1,1"]);
    expect(all(plane, "= 35")).toEqual(["0,0"]);
    expect(all(plane, "= -3.5")).toEqual([]);
  });
});

describe("a search", () => {
  const query = queryOf({ text: "3", matchCase: false });
  if (query === null) throw new Error("There is nothing to look for.");
  const watch = (): Watch => new Watch(undefined, 1);

  test("finds the nearest match ahead, and backwards the nearest behind", () => {
    const from = searchWidth(plain) + 1;
    expect(search(plain, query, { from, to: 9, want: "first" }, watch()).first).toEqual({ row: 2, column: 0 });
    expect(search(plain, query, { from, to: 0, want: "first" }, watch()).first).toEqual({ row: 1, column: 0 });
    expect(search(plain, query, { from, to: 0, want: "count" }, watch())).toEqual({ first: { row: 1, column: 0 }, count: 3 });
  });

  test("goes through a plane row by row, the label first, forwards and backwards", () => {
    const everything = queryOf({ text: "!= 12345", matchCase: false });
    if (everything === null) throw new Error("There is nothing to look for.");
    const plane = planeOf(
      planeOfRows([
        [1, 2, 3],
        [4, 5, 6],
      ]).cells,
      { labels: [texts("a", ["x", "y"]), texts("b", ["z", "w"])] },
    );
    const places = (cells: readonly number[], step: number): (Place | null)[] =>
      cells.map((from) => search(plane, everything, { from, to: from + step, want: "first" }, watch()).first);
    // Text is no number that could be another one.
    const numbers = [null, 0, 1, 2, null];
    expect(places([0, 1, 2, 3, 4], 1)).toEqual(numbers.map((column) => (column === null ? null : { row: 0, column })));
    expect(places([10, 9, 8, 7, 6], -1)).toEqual(
      numbers.toReversed().map((column) => (column === null ? null : { row: 1, column })),
    );
    expect(search(plane, everything, { from: 10, to: 0, want: "count" }, watch())).toEqual({
      first: { row: 1, column: 2 },
      count: 6,
    });
  });

  test("stops when it is cancelled", () => {
    const plane = planeOfRows(Array.from({ length: 70 }, () => new Array<number>(1000).fill(1)));
    const control = Int32Array.of(0, 1);
    const look = (): unknown => search(plane, query, { from: 0, to: 70_000, want: "count" }, new Watch(control, 70_000));
    expect(look).toThrow(CancelledError);
  });

  test("a label is found as it is written, or else but for its case", () => {
    const plane = planeOf(planeOfRows([[1], [2], [3]]).cells, { labels: [texts("city", ["oslo", "OSLO", "Oslo"])] });
    expect(rowOfLabel(plane, "Oslo", watch())).toBe(2);
    expect(rowOfLabel(plane, "osLO", watch())).toBe(0);
    expect(rowOfLabel(plane, "Osl", watch())).toBeNull();
  });
});
