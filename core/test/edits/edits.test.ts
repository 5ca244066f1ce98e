import { fromNested, type NdArray, slice, transpose } from "@argscope/core";
import { cellOf } from "@argscope/core/edits/cell-key.ts";
import { Edits, type Manner } from "@argscope/core/edits/edits.ts";
import { History } from "@argscope/core/edits/history.ts";
import type { Given } from "@argscope/core/edits/meant.ts";
import { plainStyle } from "@argscope/core/edits/number-style.ts";
import { Progress } from "@argscope/core/edits/progress.ts";
import { describe, expect, test } from "vitest";

const nan = Number.NaN;

function editsOf(array: NdArray, history = new History()): Edits {
  return new Edits({ array, labels: [], style: plainStyle }, history);
}

function cells(places: readonly number[], texts: readonly string[]): Given {
  return { keys: Float64Array.from(places), each: (visit) => texts.forEach((text, k) => void visit(k, text)) };
}

function manner(ticket = 0, control?: Int32Array): Manner {
  return { ticket, progress: new Progress(control), turned() {} };
}

const apply = (edits: Edits, places: readonly number[], texts: readonly string[], ticket = 0) =>
  edits.apply(cells(places, texts), `edit of ${places.length} cells`, manner(ticket));

/** The cells that a save has to write, and with which texts. */
function toSave(edits: Edits) {
  return Array.from(edits.changed())
    .sort((a, b) => a - b)
    .map((key) => ({ ...cellOf(key, edits.labelRows), text: edits.written(key) }));
}

const square = (): NdArray =>
  fromNested([
    [1.5, 2.5],
    [3.5, 4.5],
  ]);

describe("an edit", () => {
  test("writes the elements in place; undo takes it back and redo makes it again", () => {
    const a = square();
    const edits = editsOf(a);
    const made = apply(edits, [0, 3], ["9", " 1e3 "]);
    const nine = [
      [9, 2.5],
      [3.5, 1000],
    ];
    expect(a.toNested()).toEqual(nine);
    expect(made).toMatchObject({ changed: 2, undo: "edit of 2 cells", redo: null });
    expect(edits.undo(manner())).toMatchObject({ changed: 0, undo: null, redo: "edit of 2 cells" });
    expect(a.toNested()).toEqual(square().toNested());
    expect(edits.redo(manner())).toMatchObject({ changed: 2, undo: "edit of 2 cells", redo: null });
    expect(a.toNested()).toEqual(nine);
  });

  test("changes nothing where one of its cells is refused, and says which", () => {
    const a = fromNested([1.5, 2.5, 3.5]);
    const edits = editsOf(a);
    expect(() => apply(edits, [0, 1, 2], ["7", "abc", "x"])).toThrow("“abc” is not a number.");
    expect(a.toNested()).toEqual([1.5, 2.5, 3.5]);
    expect(edits.state()).toMatchObject({ changed: 0, undo: null });
    try {
      apply(edits, [0, 1, 2], ["7", "8", "x"]);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ tag: "Value", cell: 2 });
    }
  });

  test("counts how many more elements are NaN", () => {
    const edits = editsOf(fromNested([nan, 2.5, 3.5]));
    expect(apply(edits, [0, 1, 2], ["1", "nan", ""]).nanDelta).toBe(1);
    expect(edits.undo(manner()).nanDelta).toBe(-1);
  });

  test("taken back to what was read leaves no change, also over several steps", () => {
    const a = fromNested([1.5, 2.5]);
    const edits = editsOf(a);
    apply(edits, [0], ["7"]);
    apply(edits, [0], ["8"]);
    edits.undo(manner());
    expect(a.toNested()).toEqual([7, 2.5]);
    edits.undo(manner());
    expect(a.toNested()).toEqual([1.5, 2.5]);
    expect(toSave(edits)).toEqual([]);
  });

  test("that names a cell twice leaves the last text, and is taken back to the first", () => {
    const a = fromNested([1.5, 2.5]);
    const edits = editsOf(a);
    apply(edits, [0, 0], ["7", "8"]);
    expect(a.toNested()).toEqual([8, 2.5]);
    edits.undo(manner());
    expect(a.toNested()).toEqual([1.5, 2.5]);
  });

  test("restores what an element held to the last bit", () => {
    const a = fromNested(["2026-11-22T10:30:01", "NaT"], "datetime64[s]");
    const before = Array.from(a.data as BigInt64Array);
    const edits = editsOf(a);
    apply(edits, [0, 1], ["1999-01-01", "2000-01-01"]);
    expect(a.toNested()).toEqual(["1999-01-01T00:00:00", "2000-01-01T00:00:00"]);
    edits.undo(manner());
    expect(Array.from(a.data as BigInt64Array)).toEqual(before);
  });

  test.each([
    [
      "complex128",
      [
        { re: 1, im: 2 },
        { re: 3, im: 4 },
      ],
      "5-6j",
    ],
    ["str4", ["ab", "cdef"], "x"],
  ] as const)("of %s writes and restores all numbers of an element", (dtype, values, text) => {
    const a = fromNested([...values], dtype);
    const before = a.toNested();
    const edits = editsOf(a);
    apply(edits, [1], [text]);
    const after = a.toNested() as unknown[];
    expect(after[0]).toEqual((before as unknown[])[0]);
    expect(after[1]).not.toEqual((before as unknown[])[1]);
    edits.undo(manner());
    expect(a.toNested()).toEqual(before);
  });

  test("reaches the elements of a view by their place, and none between them", () => {
    const whole = fromNested([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const edits = editsOf(transpose(slice(whole, ":, ::2")));
    apply(edits, [5], ["60"]);
    expect(whole.toNested()).toEqual([
      [1n, 2n, 3n],
      [4n, 5n, 60n],
    ]);
    expect(() => apply(edits, [1], ["7"])).toThrow("There is no such cell.");
    expect(() => apply(edits, [6], ["7"])).toThrow("There is no such cell.");
  });

  test("of an array whose elements share their places is refused", () => {
    const row = fromNested([1, 2]);
    const shared = Object.assign(Object.create(Object.getPrototypeOf(row)), { ...row, shape: [3, 2], strides: [0, 1] });
    expect(() => apply(editsOf(shared), [0], ["7"])).toThrow(/share their places/u);
  });

  test("of more than ten million cells is refused", () => {
    const keys = new Float64Array(10_000_001);
    expect(() => editsOf(fromNested([1])).apply({ keys, each() {} }, "", manner())).toThrow(/at most 10,000,000 cells/u);
  });
});

describe("a hundred thousand cells at once", () => {
  const many = 100_000;
  const places = Array.from({ length: many }, (_, k) => k);
  const texts = places.map((k) => `${k}.50`);
  const zeros = (): NdArray => fromNested(places.map(() => 0.25));

  test("are one step, in any order of the cells, and each keeps the text that it was given", () => {
    const a = zeros();
    const edits = editsOf(a);
    const mixed = places.map((k) => (k * 7919) % many);
    const made = edits.apply(
      cells(
        mixed,
        mixed.map((k) => `${k}.50`),
      ),
      "paste",
      manner(),
    );
    expect(made).toMatchObject({ changed: many, undo: "paste" });
    expect(Array.from(a.data as Float64Array)).toEqual(places.map((k) => k + 0.5));
    expect([0, 1, 77_777, many - 1].map((key) => edits.written(key))).toEqual(["0.50", "1.50", "77777.50", "99999.50"]);
    edits.undo(manner());
    expect(Array.from(a.data as Float64Array)).toEqual(places.map(() => 0.25));
    expect(edits.changed()).toHaveLength(0);
  });

  test("that are given up while they are understood leave everything as it was", () => {
    const a = zeros();
    const edits = editsOf(a);
    const control = new Int32Array(new SharedArrayBuffer(8));
    const given: Given = {
      keys: Float64Array.from(places),
      each: (visit) =>
        places.forEach((k) => {
          if (k === 50_000) control[1] = 1;
          visit(k, texts[k] as string);
        }),
    };
    expect(() => edits.apply(given, "paste", manner(1, control))).toThrow(/cancelled/iu);
    expect(control[0]).toBeGreaterThan(200);
    expect(edits.state()).toMatchObject({ changed: 0, undo: null });
    expect(Array.from(a.data as Float64Array)).toEqual(places.map(() => 0.25));
  });
});

describe("what was given up too late", () => {
  test("is withdrawn, and cannot be redone", () => {
    const a = square();
    const edits = editsOf(a);
    apply(edits, [0], ["7"], 1);
    apply(edits, [1], ["8"], 2);
    expect(edits.withdraw(2)).toMatchObject({ changed: 1, undo: "edit of 1 cells", redo: null, nanDelta: 0 });
    expect(a.toNested()).toEqual([
      [7, 2.5],
      [3.5, 4.5],
    ]);
  });

  test("is withdrawn where it was an undoing or a redoing, too", () => {
    const a = fromNested([1.5]);
    const edits = editsOf(a);
    apply(edits, [0], ["7"], 1);
    edits.undo(manner(2));
    expect(edits.withdraw(2)).toMatchObject({ changed: 1, redo: null });
    expect(a.toNested()).toEqual([7]);
    edits.undo(manner(3));
    edits.redo(manner(4));
    expect(edits.withdraw(4)).toMatchObject({ changed: 0, undo: null });
    expect(a.toNested()).toEqual([1.5]);
  });

  test("stays where something else was done since, or nothing came of it", () => {
    const a = fromNested([1.5]);
    const edits = editsOf(a);
    apply(edits, [0], ["7"], 1);
    edits.withdraw(2);
    edits.withdraw(0);
    expect(a.toNested()).toEqual([7]);
  });
});

describe("texts that nobody needs any more", () => {
  test("go with the steps that are forgotten; the others stay what they are", () => {
    // A step of one cell is 16 bytes and its text: there is room for two.
    const edits = editsOf(fromNested([1.5, 2.5, 3.5]), new History(200));
    const long = (k: number): string => `${k}.${"0".repeat(60)}`;
    for (let k = 0; k < 10; k++) apply(edits, [k % 2], [long(k)]);
    edits.tidy(0);
    const { pool, keys, texts } = edits.cells;
    expect(pool.count).toBeLessThanOrEqual(4);
    expect([0, 1].map((key) => edits.written(key))).toEqual([long(8), long(9)]);
    expect(keys.slice(0, 2)).toEqual(Float64Array.of(0, 1));
    expect(pool.text(texts[0] as number)).toBe(long(8));
    edits.undo(manner());
    expect(edits.written(1)).toBe(long(7));
  });
});

describe("what a save knows", () => {
  test("cells that differ from the file as it was last saved", () => {
    const edits = editsOf(fromNested([1.5, 2.5]));
    apply(edits, [0, 1], ["7", "8"]);
    expect(toSave(edits)).toEqual([
      { label: null, place: 0, text: "7" },
      { label: null, place: 1, text: "8" },
    ]);
    expect([0, 1].map((key) => edits.needsFirst(key))).toEqual([true, true]);
    edits.saved([0, 1], ["1.50", "2.50"]);
    expect(toSave(edits)).toEqual([]);
    expect(edits.state().changed).toBe(0);
    // Taken back after the save, the cells are to have what the file had at first.
    edits.undo(manner());
    expect(toSave(edits)).toEqual([
      { label: null, place: 0, text: "1.50" },
      { label: null, place: 1, text: "2.50" },
    ]);
    edits.saved();
    expect(toSave(edits)).toEqual([]);
    apply(edits, [0], ["7"]);
    expect(toSave(edits)).toEqual([{ label: null, place: 0, text: "7" }]);
  });

  test("a cell that has its saved text again, written anew, does not differ", () => {
    const edits = editsOf(fromNested([1.5]));
    apply(edits, [0], ["7"]);
    edits.saved([0], ["1.50"]);
    apply(edits, [0], ["8"]);
    expect(apply(edits, [0], ["7"]).changed).toBe(0);
    expect(toSave(edits)).toEqual([]);
  });
});
