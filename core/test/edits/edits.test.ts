import { fromNested, type NdArray, slice, transpose } from "@argscope/core";
import type { CellChanges } from "@argscope/core/contract/editing.ts";
import { Edits } from "@argscope/core/edits/edits.ts";
import { plainStyle } from "@argscope/core/edits/number-style.ts";
import { describe, expect, test } from "vitest";

const nan = Number.NaN;

function editsOf(array: NdArray): Edits {
  return new Edits({ array, labels: [], style: plainStyle });
}

function cells(places: readonly number[], texts: readonly (string | null)[]): CellChanges[] {
  return [{ label: null, places, texts }];
}

describe("an edit", () => {
  test("writes the elements in place and says what takes it back", () => {
    const a = fromNested([
      [1.5, 2.5],
      [3.5, 4.5],
    ]);
    const edits = editsOf(a);
    const { inverse } = edits.apply(cells([0, 3], ["9", " 1e3 "]));
    expect(a.toNested()).toEqual([
      [9, 2.5],
      [3.5, 1000],
    ]);
    expect(edits.apply(inverse).kept).toEqual(cells([0, 3], [null, null]));
    expect(a.toNested()).toEqual([
      [1.5, 2.5],
      [3.5, 4.5],
    ]);
  });

  test("changes nothing where one of its cells is refused, and says which", () => {
    const a = fromNested([1.5, 2.5, 3.5]);
    const edits = editsOf(a);
    expect(() => edits.apply(cells([0, 1, 2], ["7", "abc", "x"]))).toThrow("“abc” is not a number.");
    expect(a.toNested()).toEqual([1.5, 2.5, 3.5]);
    expect(edits.changed()).toEqual([]);
    try {
      edits.apply([...cells([0], ["7"]), ...cells([1, 2], ["8", "x"])]);
    } catch (error) {
      expect(error).toMatchObject({ tag: "Value" });
      expect((error as { fields(): unknown }).fields()).toEqual({ change: 1, cell: 1 });
    }
  });

  test("counts how many more elements are NaN", () => {
    const edits = editsOf(fromNested([nan, 2.5, 3.5]));
    expect(edits.apply(cells([0, 1, 2], ["1", "nan", ""])).nanDelta).toBe(1);
    expect(edits.apply(cells([0, 1, 2], [null, null, null])).nanDelta).toBe(-1);
  });

  test("taken back to what was read leaves no change, also over several steps", () => {
    const edits = editsOf(fromNested([1.5, 2.5]));
    const first = edits.apply(cells([0], ["7"])).inverse;
    const second = edits.apply(cells([0], ["8"])).inverse;
    expect(second).toEqual(cells([0], ["7"]));
    edits.apply(second);
    edits.apply(first);
    expect(edits.changed()).toEqual([]);
  });

  test("restores what an element held to the last bit", () => {
    const a = fromNested(["2026-11-22T10:30:01", "NaT"], "datetime64[s]");
    const before = Array.from(a.data as BigInt64Array);
    const edits = editsOf(a);
    const { inverse } = edits.apply(cells([0, 1], ["1999-01-01", "2000-01-01"]));
    expect(a.toNested()).toEqual(["1999-01-01T00:00:00", "2000-01-01T00:00:00"]);
    edits.apply(inverse);
    expect(Array.from(a.data as BigInt64Array)).toEqual(before);
  });

  test("reaches the elements of a view by their place, and none between them", () => {
    const whole = fromNested([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const edits = editsOf(transpose(slice(whole, ":, ::2")));
    edits.apply(cells([5], ["60"]));
    expect(whole.toNested()).toEqual([
      [1n, 2n, 3n],
      [4n, 5n, 60n],
    ]);
    expect(() => edits.apply(cells([1], ["7"]))).toThrow("There is no such cell.");
    expect(() => edits.apply(cells([6], ["7"]))).toThrow("There is no such cell.");
  });

  test("of an array whose elements share their places is refused", () => {
    const row = fromNested([1, 2]);
    const shared = Object.assign(Object.create(Object.getPrototypeOf(row)), { ...row, shape: [3, 2], strides: [0, 1] });
    expect(() => editsOf(shared).apply(cells([0], ["7"]))).toThrow(/share their places/u);
  });

  test("of more than a million cells is refused", () => {
    const places = Array.from({ length: 1_000_001 }, () => 0);
    const texts = places.map(() => "1");
    expect(() => editsOf(fromNested([1])).apply(cells(places, texts))).toThrow(/at most 1,000,000 cells/u);
  });
});

describe("what a save knows", () => {
  test("cells that differ from the file as it was last saved", () => {
    const edits = editsOf(fromNested([1.5, 2.5]));
    const { inverse } = edits.apply(cells([0, 1], ["7", "8"]));
    expect(edits.changed()).toEqual([
      { label: null, place: 0, text: "7" },
      { label: null, place: 1, text: "8" },
    ]);
    edits.saved(({ place }) => ["1.50", "2.50"][place] ?? null);
    expect(edits.changed()).toEqual([]);
    // Taken back after the save, the cells are to have what the file had at first.
    edits.apply(inverse);
    expect(edits.changed()).toEqual([
      { label: null, place: 0, text: "1.50" },
      { label: null, place: 1, text: "2.50" },
    ]);
    edits.saved(() => null);
    expect(edits.changed()).toEqual([]);
    edits.apply(cells([0], ["7"]));
    expect(edits.changed()).toEqual([{ label: null, place: 0, text: "7" }]);
  });
});
