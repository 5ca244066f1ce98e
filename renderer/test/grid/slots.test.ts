import { describe, expect, it } from "vitest";
import { arrayOf } from "../../src/engine/shared.ts";
import { rowNumberCell, slotCell, slotHeader } from "../../src/features/grid/content.ts";
import { type Frame, frameOf } from "../../src/features/grid/frame.ts";
import { decimalsOf } from "../../src/features/grid/metrics.ts";
import { type Shown, slotContent } from "../../src/features/grid/shown.ts";
import { columnContent } from "../../src/features/grid/slots.ts";
import { shared } from "../fakes.ts";

function frame(rows: number, columns: number, labels: string[] = []): Frame {
  const values = Array.from({ length: rows * columns }, (_, k) => k / 4);
  return frameOf({
    array: arrayOf(shared([rows, columns], values)),
    rowAxis: 0,
    columnAxis: 1,
    fixed: [0, 0],
    columnNames: Array.from({ length: columns }, (_, column) => `c${column}`),
    labels: labels.map((name) => ({ name, text: (row) => `${name} ${row}` })),
    answer: null,
  });
}

function window(of: Frame, parts: Partial<Shown> = {}): Shown {
  const widths = { rowNumbers: 0, labels: 0, answer: 0, slots: [] };
  return {
    frame: of,
    rowOffset: 0,
    columnOffset: 0,
    frozen: { row: 0, column: 0 },
    rowSlots: 30,
    columnSlots: 10,
    widths,
    decimals: [],
    ...parts,
  };
}

describe("the slots of the grid", () => {
  it("show the columns of the array, then the columns of text but the first", () => {
    const shown = frame(1, 2, ["city", "country"]);
    expect(shown.shownColumns).toBe(3);
    expect(columnContent(shown, 1)).toEqual({ kind: "number", column: 1 });
    expect(columnContent(shown, 2)).toEqual({ kind: "text", label: 1 });
    expect(columnContent(shown, 3)).toEqual({ kind: "nothing" });
  });

  it("are a window over a wide array", () => {
    expect(slotContent(window(frame(1, 1000), { columnOffset: 500 }), 3)).toEqual({ kind: "number", column: 503 });
  });

  it("are a window over a long array", () => {
    const shown = window(frame(1000, 1), { rowOffset: 400, rowSlots: 20 });
    expect(slotCell(shown, 0, 7).text).toBe(String(407 / 4));
    expect(rowNumberCell(shown, 7, false).text).toBe("407");
  });

  it("are blank where they are out of sight, though the array goes on", () => {
    const shown = window(frame(1000, 1000), { rowSlots: 20, columnSlots: 5 });
    expect(slotCell(shown, 4, 19).text).not.toBe("");
    expect(slotCell(shown, 5, 0)).toMatchObject({ kind: "blank", text: "" });
    expect(slotCell(shown, 0, 20)).toMatchObject({ kind: "blank", text: "" });
    expect(slotHeader(shown, 5)).toEqual({ number: "", name: "", title: "" });
  });

  it("are headed by the column's number and name", () => {
    const shown = window(frame(1, 2, ["city", "country"]));
    expect(slotHeader(shown, 1)).toEqual({ number: "1", name: "c1", title: "column 1 (c1)" });
    expect(slotHeader(shown, 2)).toEqual({ number: "", name: "country", title: "country" });
  });
});

describe("a cell", () => {
  it("holds the shortest decimal, with room behind it so that points stand under each other", () => {
    const shown = window(frame(2, 3), { decimals: [2, 2, 2] });
    expect(slotCell(shown, 0, 0)).toMatchObject({ text: "0", pad: "2." });
    expect(slotCell(shown, 1, 0)).toMatchObject({ text: "0.25", pad: "" });
    expect(slotCell(shown, 2, 0)).toMatchObject({ text: "0.5", pad: "1" });
  });

  it("is blank beyond the array", () => {
    const shown = window(frame(2, 1), { decimals: [0] });
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
