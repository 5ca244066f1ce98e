import { NdArray } from "@argscope/core/array/ndarray.ts";
import { describe, expect, it } from "vitest";
import { rowNumberCell, slotCell, slotHeader } from "../../src/features/grid/content.ts";
import { type Frame, type FrameParts, frameOf } from "../../src/features/grid/frame.ts";
import { layoutOf } from "../../src/features/grid/layout.ts";
import { Measures } from "../../src/features/grid/measures.ts";
import { columnOffsetShowing, rowOffsetShowing } from "../../src/features/grid/offsets.ts";
import { ariaRowIndex, slotPlace } from "../../src/features/grid/positions.ts";
import { rowIn, type Shown } from "../../src/features/grid/shown.ts";
import { arrangedBy, inOrder } from "../../src/state/arrangement.ts";
import { plainColumns } from "../../src/state/columns.ts";

function frame(rows: number, columns: number, parts: Partial<FrameParts> = {}): Frame {
  const values = Float64Array.from({ length: rows * columns }, (_, k) => k);
  return frameOf({
    array: new NdArray("float64", [rows, columns], [columns, 1], 0, values),
    rowAxis: 0,
    columnAxis: 1,
    fixed: [0, 0],
    columnNames: [],
    labels: [],
    answer: null,
    ...parts,
  });
}

const ten = (text: string): number => text.length * 10;
const room = { width: 800, height: 400 };

function shownOf(of: Frame, row = 0, column = 0): Shown {
  const layout = layoutOf(of, { row, column }, room, new Measures(of, ten), ten);
  const { offsets, frozen, rowSlots, columnSlots, widths, decimals } = layout;
  return { frame: of, rowOffset: offsets.row, columnOffset: offsets.column, frozen, rowSlots, columnSlots, widths, decimals };
}

const rowsIn = (shown: Shown): (number | null)[] => Array.from({ length: shown.rowSlots }, (_, slot) => rowIn(shown, slot));
const headersIn = (shown: Shown): string[] =>
  Array.from({ length: shown.columnSlots }, (_, slot) => slotHeader(shown, slot).number);

describe("an arrangement", () => {
  it("is every row at its own place where nothing is sorted", () => {
    const { at, placeOf, count } = inOrder(2 ** 31);
    expect([count, at(5), placeOf(2 ** 31 - 1), placeOf(2 ** 31), placeOf(-1)]).toEqual([2 ** 31, 5, 2 ** 31 - 1, -1, -1]);
  });

  it("knows the place of every row that is shown, and that the others have none", () => {
    const { count, at, placeOf } = arrangedBy([4, 0, 2], 5);
    expect([count, at(0), at(2)]).toEqual([3, 4, 2]);
    expect([0, 1, 2, 3, 4].map(placeOf)).toEqual([1, -1, 2, -1, 0]);
  });
});

describe("sorted and filtered rows", () => {
  const shown = shownOf(frame(6, 2, { rowOrder: arrangedBy([5, 1, 3], 6) }));

  it("keep the array's numbers and values", () => {
    expect(rowsIn(shown)).toEqual([5, 1, 3]);
    expect([0, 1, 2].map((slot) => rowNumberCell(shown, slot, false).text)).toEqual(["5", "1", "3"]);
    expect([0, 1, 2].map((slot) => slotCell(shown, 1, slot).text)).toEqual(["11", "3", "7"]);
  });

  it("are counted by their places for who hears them", () => {
    expect([0, 1, 2, 3].map((slot) => ariaRowIndex(shown, slot, false))).toEqual([2, 3, 4, null]);
  });

  it("are as many as are left, for the layout", () => {
    const layout = layoutOf(
      frame(1000, 2, { rowOrder: arrangedBy([5, 1, 3], 1000) }),
      { row: 900, column: 0 },
      room,
      shownMeasures(),
      ten,
    );
    expect(layout).toMatchObject({ rowSlots: 3, scrollsDown: false, last: { row: 0 } });
  });
});

function shownMeasures(): Measures {
  return new Measures(frame(1000, 2), ten);
}

describe("hidden and moved columns", () => {
  it("keep the array's numbers, values and widths", () => {
    const shown = shownOf(frame(2, 4, { columnOrder: arrangedBy([3, 0, 1], 4) }));
    expect(headersIn(shown)).toEqual(["3", "0", "1"]);
    expect(slotCell(shown, 0, 1).text).toBe("7");
    expect(slotPlace(shown, 3)).toBeNull();
  });
});

describe("frozen rows and columns", () => {
  const large = frame(1000, 60, { columnSet: { ...plainColumns, frozen: { row: 2, column: 1 } } });

  it("stand still while the others move", () => {
    const shown = shownOf(large, 100, 20);
    expect(rowsIn(shown).slice(0, 4)).toEqual([0, 1, 102, 103]);
    expect(headersIn(shown).slice(0, 3)).toEqual(["0", "21", "22"]);
  });

  it("leave the last row and column reachable", () => {
    const end = shownOf(large, 1e9, 1e9);
    expect(rowsIn(end)).toContain(999);
    expect(headersIn(end)).toContain("59");
    expect(headersIn(end)[0]).toBe("0");
  });

  it("are always in sight: going to them moves nothing", () => {
    expect(rowOffsetShowing(1, 500, 20, 2)).toBe(500);
    expect(rowOffsetShowing(501, 500, 20, 2)).toBe(499);
    expect(rowOffsetShowing(502, 500, 20, 2)).toBe(500);
    expect(columnOffsetShowing(0, 30, 400, () => 64, 1)).toBe(30);
    expect(columnOffsetShowing(20, 30, 400, () => 64, 1)).toBe(19);
  });

  it("leave room for what moves, however many are asked for", () => {
    const shown = shownOf(frame(1000, 60, { columnSet: { ...plainColumns, frozen: { row: 1000, column: 60 } } }));
    expect(shown.frozen.row).toBeLessThan(shown.rowSlots);
    expect(shown.frozen.column).toBeLessThan(shown.columnSlots);
  });
});
