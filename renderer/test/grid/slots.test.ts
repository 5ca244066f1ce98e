import { describe, expect, it } from "vitest";
import { arrayOf } from "../../src/engine/shared.ts";
import { slotCell, slotHeader } from "../../src/features/grid/content.ts";
import { type Frame, frameOf } from "../../src/features/grid/frame.ts";
import { fitting, layoutOf } from "../../src/features/grid/layout.ts";
import { decimalsOf } from "../../src/features/grid/metrics.ts";
import { lastOffset, offsetShowing, SLOTS, shownColumns, slotContent } from "../../src/features/grid/slots.ts";
import { shared } from "../fakes.ts";

function frame(rows: number, columns: number, labels: string[] = []): Frame {
  const values = Array.from({ length: rows * columns }, (_, k) => k / 4);
  return frameOf({
    array: arrayOf(shared([rows, columns], values)),
    fixed: [],
    columnNames: Array.from({ length: columns }, (_, column) => `c${column}`),
    labels: labels.map((name) => ({ name, text: (row) => `${name} ${row}` })),
    answer: null,
  });
}

const ten = (text: string): number => text.length * 10;

describe("the slots of the grid", () => {
  it("show the columns of the array, then the columns of text but the first", () => {
    const shown = frame(1, 2, ["city", "country"]);
    expect(shownColumns(shown)).toBe(3);
    expect(slotContent(shown, 1, 0)).toEqual({ kind: "number", column: 1 });
    expect(slotContent(shown, 2, 0)).toEqual({ kind: "text", label: 1 });
    expect(slotContent(shown, 3, 0)).toEqual({ kind: "nothing" });
  });

  it("are a window over a wide array", () => {
    const wide = frame(1, 1000);
    expect(slotContent(wide, 3, 500)).toEqual({ kind: "number", column: 503 });
    expect(lastOffset(wide)).toBe(1000 - SLOTS);
    expect(lastOffset(frame(1, 5))).toBe(0);
  });

  it("stay where they are when a column is in one, and else move to it within the array", () => {
    const wide = frame(1, 1000);
    expect(offsetShowing(wide, 10, 0)).toBe(0);
    expect(offsetShowing(wide, 500, 0)).toBe(500 - SLOTS / 2);
    expect(offsetShowing(wide, 999, 0)).toBe(1000 - SLOTS);
    expect(offsetShowing(wide, 3, 500)).toBe(0);
  });

  it("are headed by the column's number and name", () => {
    const shown = { frame: frame(1, 2, ["city", "country"]), columnOffset: 0, decimals: [] };
    expect(slotHeader(shown, 1)).toEqual({ number: "1", name: "c1", title: "column 1 (c1)" });
    expect(slotHeader(shown, 2)).toEqual({ number: "", name: "country", title: "country" });
  });
});

describe("a cell", () => {
  it("holds the shortest decimal, with room behind it so that points stand under each other", () => {
    const shown = { frame: frame(2, 3), columnOffset: 0, decimals: [2, 2, 2] };
    expect(slotCell(shown, 0, 0)).toMatchObject({ text: "0", pad: "2." });
    expect(slotCell(shown, 1, 0)).toMatchObject({ text: "0.25", pad: "" });
    expect(slotCell(shown, 2, 0)).toMatchObject({ text: "0.5", pad: "1" });
  });

  it("is blank beyond the array", () => {
    const shown = { frame: frame(2, 1), columnOffset: 0, decimals: [0] };
    expect(slotCell(shown, 0, 2)).toMatchObject({ kind: "blank", text: "" });
    expect(slotCell(shown, 1, 0)).toMatchObject({ kind: "blank", text: "" });
  });

  it.each([
    ["7", 0],
    ["7.25", 2],
    ["1.5e-7", 0],
    ["nan", 0],
  ])("%s has %i places behind the point", (text, places) => {
    expect(decimalsOf(text)).toBe(places);
  });
});

describe("the layout", () => {
  it("has no more columns than the array and its text, and no more than there are slots", () => {
    expect(layoutOf(frame(2, 3, ["city", "country"]), 0, ten).slotWidths).toHaveLength(4);
    expect(layoutOf(frame(2, 100), 0, ten).slotWidths).toHaveLength(SLOTS);
  });

  it("gives every slot of a wide array the same width, so that moving the window moves no border", () => {
    expect(new Set(layoutOf(frame(2, 100), 0, ten).slotWidths).size).toBe(1);
  });

  it("has no label column where the file has no text", () => {
    expect(layoutOf(frame(2, 3), 0, ten).labelWidth).toBe(0);
    expect(layoutOf(frame(2, 3, ["city"]), 0, ten).labelWidth).toBeGreaterThan(0);
  });

  it("is as large as a small array, and fills the room for a large one", () => {
    const small = fitting(layoutOf(frame(2, 3), 0, ten), 1000, 700);
    expect(Number.parseInt(small.height, 10)).toBeLessThan(100);
    expect(Number.parseInt(small.width, 10)).toBeLessThan(400);
    expect(fitting(layoutOf(frame(500, 3), 0, ten), 1000, 700).height).toBe("none");
    expect(fitting(layoutOf(frame(2, 60), 0, ten), 1000, 700).width).toBe("none");
  });
});
