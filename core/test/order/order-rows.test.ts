import { describe, expect, it } from "vitest";
import type { Dtype } from "../../src/array/dtype.ts";
import { fromNested } from "../../src/array/from-nested.ts";
import { NdArray } from "../../src/array/ndarray.ts";
import { transpose } from "../../src/array/transpose.ts";
import type { Filter, SortKey } from "../../src/contract/ordering.ts";
import { orderRows } from "../../src/order/order-rows.ts";
import type { Plane } from "../../src/select/plane.ts";
import { columnOf, planeOf } from "./planes.ts";

const up = (column: number): SortKey => ({ column, descending: false });
const down = (column: number): SortKey => ({ column, descending: true });

function rows(plane: Plane, sort: readonly SortKey[], filters: readonly Filter[] = []): number[] | null {
  const order = orderRows(plane, { sort, filters });
  return order === null ? null : Array.from(order.rows.data);
}

const sorted = (values: readonly unknown[], dtype?: Dtype, key = up): number[] | null =>
  rows(planeOf(columnOf(values, dtype)), [key(0)]);

describe("sorting rows", () => {
  it("orders numbers, negative ones first, and 0 beside -0 as they were", () => {
    expect(sorted([3, -1, 0, -0, -2.5, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toEqual([6, 4, 1, 2, 3, 0, 5]);
  });

  it("keeps equals in the array's order in both directions", () => {
    expect(sorted([2, 1, 2, 1])).toEqual([1, 3, 0, 2]);
    expect(sorted([2, 1, 2, 1], "float64", down)).toEqual([0, 2, 1, 3]);
  });

  it("puts NaN last in both directions", () => {
    const values = [Number.NaN, 5, Number.NaN, Number.POSITIVE_INFINITY, 1];
    expect(sorted(values)).toEqual([4, 1, 3, 0, 2]);
    expect(sorted(values, "float64", down)).toEqual([3, 1, 4, 0, 2]);
  });

  it.each<[Dtype, unknown[], number[]]>([
    ["bool", [true, false, true], [1, 0, 2]],
    ["uint8", [200, 3, 100], [1, 2, 0]],
    ["int16", [5, -300, 0], [1, 2, 0]],
    ["float32", [0.5, -0.25, 0.125], [1, 2, 0]],
    ["float16", [0.5, -0.25, 0.125], [1, 2, 0]],
    ["int64", [9007199254740993n, 9007199254740992n, -5n], [2, 1, 0]],
    ["uint64", [18446744073709551615n, 1n, 9223372036854775808n], [1, 2, 0]],
    ["str3", ["b", "A", "a"], [1, 2, 0]],
  ])("orders %s", (dtype, values, expected) => {
    expect(sorted(values, dtype)).toEqual(expected);
  });

  it("orders dates, NaT last in both directions", () => {
    const days = new NdArray("datetime64[D]", [4, 1], [1, 1], 0, BigInt64Array.of(5n, -(2n ** 63n), -3n, 7n));
    expect(rows(planeOf(days), [up(0)])).toEqual([2, 0, 3, 1]);
    expect(rows(planeOf(days), [down(0)])).toEqual([3, 0, 2, 1]);
  });

  it("orders complex numbers by their real part, then the imaginary one", () => {
    const values = new NdArray("complex128", [4, 1], [1, 1], 0, Float64Array.of(1, 5, 0, 9, 1, -2, Number.NaN, 0));
    expect(rows(planeOf(values), [up(0)])).toEqual([1, 2, 0, 3]);
  });

  it("orders equals of the first key by the second", () => {
    const cells = fromNested([
      [1, 9],
      [0, 7],
      [1, 8],
      [0, 9],
    ]);
    expect(rows(planeOf(cells), [up(0), down(1)])).toEqual([3, 1, 0, 2]);
    expect(rows(planeOf(cells), [down(1), up(0)])).toEqual([3, 0, 2, 1]);
  });

  it("walks any strides", () => {
    const cells = transpose(
      fromNested([
        [3, 1, 2],
        [7, 8, 9],
      ]),
    );
    expect(rows(planeOf(cells), [up(0)])).toEqual([1, 2, 0]);
    expect(rows(planeOf(cells), [down(1)])).toEqual([2, 1, 0]);
  });

  it("is the array's own order where nothing is asked", () => {
    expect(rows(planeOf(columnOf([3, 1])), [])).toBeNull();
  });

  it("agrees with a plain sort of 20,000 random numbers and text", () => {
    let state = 1;
    const random = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const values = Array.from({ length: 20_000 }, () =>
      random() < 0.01 ? Number.NaN : Math.round((random() - 0.5) * 9000) / 8,
    );
    const plain = values
      .map((_, row) => row)
      .sort((a, b) => {
        const [x, y] = [values[a] ?? 0, values[b] ?? 0];
        return Number.isNaN(x) || Number.isNaN(y) ? Number(Number.isNaN(x)) - Number(Number.isNaN(y)) : x - y;
      });
    expect(sorted(values)).toEqual(plain);
    const words = values.map(
      () => Math.floor(random() * 40_000).toString(36) + (random() < 0.5 ? " and the same long end" : ""),
    );
    const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    const letters = words.map((word) => word.replace(/\d/gu, "x"));
    expect(rows(planeOf(columnOf(values), [letters]), [up(-1)])).toEqual(
      letters.map((_, row) => row).sort((a, b) => byCode(letters[a] ?? "", letters[b] ?? "")),
    );
  });
});

describe("sorting by text", () => {
  const byText = (texts: readonly string[], key = up): string[] | undefined =>
    rows(planeOf(columnOf(texts.map(() => 0)), [texts]), [key(-1)])?.map((row) => texts[row] ?? "");

  it("does not care about case and accents, and counts numbers by their value", () => {
    expect(byText(["Zug", "apfel", "Äpfel", "Birne"])).toEqual(["apfel", "Äpfel", "Birne", "Zug"]);
    expect(byText(["day 10", "day 9", "day 09b", "Day 1"])).toEqual(["Day 1", "day 9", "day 09b", "day 10"]);
  });

  it("compares long texts to their end", () => {
    const texts = ["the same beginning, c", "the same beginning, a", "the same beginning", "the same beginning, b"];
    expect(byText(texts)).toEqual([texts[2], texts[1], texts[3], texts[0]]);
    expect(byText(texts, down)).toEqual([texts[0], texts[3], texts[1], texts[2]]);
  });

  it("puts empty cells last in both directions", () => {
    expect(byText(["", "b", "", "a"])).toEqual(["a", "b", "", ""]);
    expect(byText(["", "b", "", "a"], down)).toEqual(["b", "a", "", ""]);
  });

  it("takes the columns of text behind the numbers, and the one beside the rows", () => {
    const plane = planeOf(columnOf([0, 0, 0]), [
      ["c", "b", "a"],
      ["x", "z", "y"],
    ]);
    expect(rows(plane, [up(-1)])).toEqual([2, 1, 0]);
    expect(rows(plane, [up(1)])).toEqual([0, 2, 1]);
  });
});

describe("filtering rows", () => {
  const cells = fromNested([
    [5, Number.NaN],
    [1, 2],
    [9, 7],
    [5, Number.POSITIVE_INFINITY],
  ]);
  const plane = planeOf(cells, [["Oslo", "Rome", "Ostend", ""]]);
  const kept = (filter: Omit<Filter, "not"> & { not?: boolean }): number[] | null =>
    rows(plane, [], [{ not: false, ...filter }]);

  it.each([
    ["<", "5", [1]],
    ["<=", "5", [0, 1, 3]],
    ["=", "5.0", [0, 3]],
    [">=", "5", [0, 2, 3]],
    [">", "1e0", [0, 2, 3]],
  ] as const)("keeps what is %s %s", (operator, value, expected) => {
    expect(kept({ column: 0, condition: { kind: "compare", operator, value } })).toEqual(expected);
  });

  it("keeps what is between two numbers, both included", () => {
    expect(kept({ column: 0, condition: { kind: "between", low: "1", high: "5" } })).toEqual([0, 1, 3]);
  });

  it("compares NaN with nothing, and finds it by itself", () => {
    expect(kept({ column: 1, condition: { kind: "compare", operator: "<=", value: "inf" } })).toEqual([1, 2, 3]);
    expect(kept({ column: 1, condition: { kind: "missing" } })).toEqual([0]);
  });

  it("turns round with not, NaN among them", () => {
    expect(kept({ column: 1, condition: { kind: "compare", operator: ">", value: "5" }, not: true })).toEqual([0, 1]);
  });

  it("finds parts of text and whole ones, whatever the case", () => {
    expect(kept({ column: -1, condition: { kind: "contains", text: "os" } })).toEqual([0, 2]);
    expect(kept({ column: -1, condition: { kind: "equals", text: "rome" } })).toEqual([1]);
    expect(kept({ column: -1, condition: { kind: "missing" } })).toEqual([3]);
    expect(kept({ column: 0, condition: { kind: "contains", text: "9" } })).toEqual([2]);
  });

  it("keeps the rows that pass all of them, sorted", () => {
    const both: Filter[] = [
      { column: 0, condition: { kind: "compare", operator: ">=", value: "5" }, not: false },
      { column: -1, condition: { kind: "missing" }, not: true },
    ];
    expect(rows(plane, [down(0)], both)).toEqual([2, 0]);
  });

  it("knows the place of each row, -1 for those left out", () => {
    const order = orderRows(plane, {
      sort: [down(0)],
      filters: [{ column: -1, condition: { kind: "contains", text: "o" }, not: false }],
    });
    expect(Array.from(order?.rows.data ?? [])).toEqual([2, 0, 1]);
    expect(Array.from(order?.places.data ?? [])).toEqual([1, 2, 0, -1]);
  });

  it("compares 64-bit integers and dates to the last digit", () => {
    const big = planeOf(columnOf([9007199254740992n, 9007199254740993n], "int64"));
    const above: Filter = { column: 0, condition: { kind: "compare", operator: ">", value: "9007199254740992" }, not: false };
    expect(rows(big, [], [above])).toEqual([1]);
    const days = planeOf(new NdArray("datetime64[D]", [2, 1], [1, 1], 0, BigInt64Array.of(0n, 31n)));
    const february: Filter = { column: 0, condition: { kind: "compare", operator: ">=", value: "1970-02-01" }, not: false };
    expect(rows(days, [], [february])).toEqual([1]);
  });

  it("refuses what is no number, and says so", () => {
    expect(() => kept({ column: 0, condition: { kind: "compare", operator: "<", value: "five" } })).toThrow(
      '"five" is not a number.',
    );
  });

  it("may leave no row at all", () => {
    expect(kept({ column: 0, condition: { kind: "compare", operator: "<", value: "-1" } })).toEqual([]);
  });
});

describe("a long sort", () => {
  it("stops when it is cancelled, and gives its memory back", () => {
    const control = new Int32Array(new SharedArrayBuffer(8));
    control[1] = 1;
    const cells = new NdArray("float64", [500_000, 1], [0, 0], 0, Float64Array.of(1));
    expect(() => orderRows(planeOf(cells), { sort: [up(0)], filters: [] }, control)).toThrow(/cancel/iu);
  });

  it("says how far it has come", () => {
    const control = new Int32Array(new SharedArrayBuffer(8));
    orderRows(planeOf(columnOf([2, 1])), { sort: [up(0)], filters: [] }, control);
    expect(control[0]).toBe(1000);
  });
});
