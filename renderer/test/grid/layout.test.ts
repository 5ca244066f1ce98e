import { NdArray } from "@argscope/core/array/ndarray.ts";
import { wholeRegion } from "@argscope/core/expression/index.ts";
import { describe, expect, it } from "vitest";
import { cellText, type Frame, frameOf } from "../../src/features/grid/frame.ts";
import { layoutOf } from "../../src/features/grid/layout.ts";
import { Measures } from "../../src/features/grid/measures.ts";
import { SLOTS } from "../../src/features/grid/slots.ts";

/** Any shape over one element: stride 0 along both dimensions, as `np.broadcast_to` makes it. */
function broadcast(rows: number, columns: number, labels: string[] = []): Frame {
  return frameOf({
    array: new NdArray("float64", [rows, columns], [0, 0], 0, new Float64Array([0.25])),
    rowAxis: 0,
    columnAxis: 1,
    fixed: [0, 0],
    columnNames: [],
    labels: labels.map((name) => ({ name, text: (row) => `${name} ${row}` })),
    answer: null,
  });
}

const ten = (text: string): number => text.length * 10;
const room = { width: 1000, height: 700 };
const layOut = (frame: Frame, row = 0, column = 0, size = room, measures = new Measures(frame, ten)) =>
  layoutOf(frame, { row, column }, size, measures, ten);

describe("the layout", () => {
  it("is as large as a small array, without scroll bars", () => {
    const small = layOut(broadcast(2, 3));
    expect(small).toMatchObject({ scrollsDown: false, scrollsAcross: false, columnSlots: 3, rowSlots: 2 });
    expect(small.height).toBeLessThan(100);
    expect(small.width).toBeLessThan(500);
    expect(small.last).toEqual({ row: 0, column: 0 });
  });

  it("fills the room for a large array and leaves place for the scroll bars and the rails beside them", () => {
    const large = layOut(broadcast(500, 60));
    expect(large).toMatchObject({ scrollsDown: true, scrollsAcross: true, width: 1000 - 22, height: 700 - 22 });
  });

  it("moves no column when the answer's row comes, or is the other function's", () => {
    const bare = broadcast(2, 3);
    const indices = new NdArray("intp", [3], [1], 0, new Int32Array(3));
    const widths = (["argmin", "argmax"] as const).map((operation) => {
      const reduction = { operation, axis: 0, nan: "numpy" as const, keepdims: false, of: "a" };
      const answered = frameOf({ ...bare, answer: { reduction, indices, region: wholeRegion([2, 3]) } });
      // Letters are not all of a width.
      const textWidth = (text: string): number => (text === "argmax" ? 50 : 44);
      return layoutOf(answered, { row: 0, column: 0 }, room, new Measures(answered, textWidth), textWidth).widths.rowNumbers;
    });
    expect(widths[0]).toBe(widths[1]);
  });

  it("has a scroll bar along one direction alone where the other fits", () => {
    expect(layOut(broadcast(500, 3))).toMatchObject({ scrollsDown: true, scrollsAcross: false });
    expect(layOut(broadcast(2, 60))).toMatchObject({ scrollsDown: false, scrollsAcross: true });
  });

  it("shows the last row and the last column whole at the largest offsets", () => {
    const frame = broadcast(1_000_000, 2000);
    const end = layOut(frame, 1e9, 1e9);
    expect(end.offsets).toEqual(end.last);
    expect(end.offsets.row + end.page.row).toBe(1_000_000);
    expect(end.offsets.column + end.page.column).toBe(2000);
  });

  it("is the same code for 2 147 483 648 rows and 1 000 000 columns", () => {
    const rows = 2 ** 31;
    const frame = broadcast(rows, 1_000_000);
    const end = layOut(frame, rows, 1_000_000);
    expect(end.offsets.row + end.page.row).toBe(rows);
    expect(end.offsets.column + end.page.column).toBe(1_000_000);
    expect(cellText(frame, rows - 1, 999_999)).toBe("0.25");
    const middle = layOut(frame, 2 ** 30 + 1, 500_001);
    expect(middle.offsets).toEqual({ row: 2 ** 30 + 1, column: 500_001 });
    expect(middle.columnSlots).toBeLessThanOrEqual(SLOTS);
  });

  it("has no label column where the file has no text", () => {
    expect(layOut(broadcast(2, 3)).widths.labels).toBe(0);
    expect(layOut(broadcast(2, 3, ["city"])).widths.labels).toBeGreaterThan(0);
  });

  it("cuts the labels in a narrow window, so that cells are left beside them", () => {
    const frame = broadcast(2, 3, ["a long name over the labels"]);
    expect(layOut(frame).widths.labels).toBe(240);
    expect(layOut(frame, 0, 0, { width: 300, height: 400 }).widths.labels).toBe(120);
  });

  it("gives every column of a wide array the same width, so that scrolling moves no border", () => {
    const frame = broadcast(2, 1000);
    const measures = new Measures(frame, ten);
    const widths = [0, 300, 990].flatMap((column) => layOut(frame, 0, column, room, measures).widths.slots);
    expect(new Set(widths).size).toBe(1);
  });

  it("keeps the width of a column that was measured", () => {
    const frame = broadcast(2, 40);
    const measures = new Measures(frame, ten);
    const before = layOut(frame, 0, 0, room, measures).widths.slots[3];
    expect(layOut(frame, 0, 3, room, measures).widths.slots[0]).toBe(before);
  });

  it("shows more slots in a larger room", () => {
    const frame = broadcast(500, 60);
    const large = layOut(frame, 0, 0, { width: 2000, height: 1400 });
    expect(large.rowSlots).toBeGreaterThan(layOut(frame).rowSlots);
    expect(large.columnSlots).toBeGreaterThan(layOut(frame).columnSlots);
  });

  it("stands an array without rows or columns", () => {
    expect(layOut(broadcast(0, 3))).toMatchObject({ rowSlots: 0, last: { row: 0, column: 0 } });
    expect(layOut(broadcast(3, 0))).toMatchObject({ columnSlots: 0, last: { row: 0, column: 0 } });
  });
});
