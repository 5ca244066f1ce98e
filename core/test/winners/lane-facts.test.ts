import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { empty, free } from "../../src/array/empty.ts";
import { fromNested } from "../../src/array/from-nested.ts";
import type { NdArray } from "../../src/array/ndarray.ts";
import type { LaneOrder } from "../../src/contract/winners.ts";
import { CancelledError } from "../../src/errors.ts";
import { argmax, argmin } from "../../src/reduce/argreduce.ts";
import { laneFacts, releaseFacts } from "../../src/winners/lane-facts.ts";
import { laneList } from "../../src/winners/lane-list.ts";
import { runnersUp } from "../../src/winners/runner-up.ts";
import { type ArrayEntry, makeArray, readCorpus } from "../array/corpus.ts";

interface Case {
  readonly array: number;
  readonly operation: "argmin" | "argmax";
  readonly axis: number | null;
  readonly ties: readonly number[];
  readonly nan: readonly number[];
  readonly runnersUp: readonly number[] | null;
  readonly ascending: readonly number[];
  readonly descending: readonly number[];
}

const { arrays } = readCorpus<never>("reductions");
const { cases } = JSON.parse(readFileSync(new URL("../fixtures/winners.json", import.meta.url), "utf8")) as {
  cases: readonly Case[];
};
const reduce = { argmin, argmax };

function listed(a: NdArray, indices: NdArray, axis: number | null, order: LaneOrder, label?: (index: number) => string) {
  const facts = laneFacts(a, axis, indices);
  const lanes = laneList({ array: a, axis, indices, facts, label: label ?? null }, order);
  return lanes === null ? [...facts.ties.data.keys()] : [...lanes.data].map(Number);
}

describe("what is known of the lanes beside their winners", () => {
  it("is what NumPy counts, in every dtype and layout", () => {
    expect(cases.length).toBeGreaterThan(500);
    for (const { array, operation, axis, ...expected } of cases) {
      const a = makeArray(arrays[array] as ArrayEntry);
      const where = `array ${array} ${a.dtype} ${operation} axis ${axis}`;
      const facts = laneFacts(a, axis, reduce[operation](a, axis));
      expect([...facts.ties.data].map(Number), where).toEqual(expected.ties);
      expect(facts.nan === null ? expected.nan.map(() => 0) : [...facts.nan.data].map(Number), where).toEqual(expected.nan);
      expect(facts.lanesWithTies).toBe(expected.ties.filter((count) => count > 0).length);
      expect(facts.lanesWithNan).toBe(expected.nan.filter((flag) => flag > 0).length);
      releaseFacts(facts);
      if (expected.runnersUp !== null) {
        expect([...(runnersUp(operation, a, axis)?.data ?? [])].map(Number), where).toEqual(expected.runnersUp);
      }
    }
  });

  it("counts other NaNs as ties of a NaN that won, and equal zeros whatever their sign", () => {
    const a = fromNested([
      [Number.NaN, 0],
      [1, -0],
      [Number.NaN, 0],
    ]);
    const facts = laneFacts(a, 0, argmin(a, 0));
    expect([...facts.ties.data]).toEqual([1, 2]);
    expect([...(facts.nan?.data ?? [])]).toEqual([1, 0]);
  });

  it("stops when it is cancelled", () => {
    const a = empty([200_000], "float64");
    (a.data as Float64Array).fill(0);
    const control = new Int32Array(new SharedArrayBuffer(8));
    control[1] = 1;
    expect(() => laneFacts(a, null, argmin(a), control)).toThrow(CancelledError);
  });
});

describe("the list of winners", () => {
  const all = { filter: "all", descending: false } as const;

  it("is in NumPy's order by value, NaN last in both directions, equals in lane order", () => {
    for (const { array, operation, axis, ascending, descending } of cases) {
      const a = makeArray(arrays[array] as ArrayEntry);
      const indices = reduce[operation](a, axis);
      const where = `array ${array} ${a.dtype} ${operation} axis ${axis}`;
      expect(listed(a, indices, axis, { ...all, column: "value" }), where).toEqual(ascending);
      expect(listed(a, indices, axis, { ...all, column: "value", descending: true }), where).toEqual(descending);
    }
  });

  const a = fromNested([
    [5, 1, 2, 2],
    [3, 1, 0, 2],
    [3, 4, 9, 2],
  ]);
  const indices = argmin(a, 0);

  it("is every lane in the answer's order unless something else is asked for", () => {
    expect(
      laneList({ array: a, axis: 0, indices, facts: laneFacts(a, 0, indices), label: null }, { ...all, column: "lane" }),
    ).toBeNull();
    expect(listed(a, indices, 0, { ...all, column: "lane", descending: true })).toEqual([3, 2, 1, 0]);
  });

  it("sorts by index and by the number of ties", () => {
    expect(listed(a, indices, 0, { ...all, column: "index" })).toEqual([1, 3, 0, 2]);
    expect(listed(a, indices, 0, { ...all, column: "ties", descending: true })).toEqual([3, 0, 1, 2]);
  });

  it("sorts labels as words, with the numbers in them as numbers", () => {
    const words = ["row 10", "row 9", "row 1"];
    expect(listed(a, indices, 0, { ...all, column: "label" }, (index) => words[index] ?? "")).toEqual([0, 2, 1, 3]);
  });

  it("is not put in order where there are more lanes than anyone waits for", () => {
    const many = empty([10_000_001, 1], "uint8");
    const none = argmin(many, 1);
    const facts = { ties: many, nan: null, lanesWithTies: 0, lanesWithNan: 0 };
    const source = { array: many, axis: 1, indices: none, facts, label: null };
    expect(() => laneList(source, { ...all, column: "value" })).toThrow(/10,000,001 lanes.*up to 10,000,000/u);
    free(many);
    free(none);
  });

  it("leaves only the lanes with ties, or with NaN", () => {
    expect(listed(a, indices, 0, { column: "lane", descending: false, filter: "ties" })).toEqual([0, 1, 3]);
    const b = fromNested([
      [1, Number.NaN, 3],
      [2, 4, 1],
    ]);
    expect(listed(b, argmin(b, 0), 0, { column: "value", descending: false, filter: "nan" })).toEqual([1]);
  });
});
