import { describe, expect, it } from "vitest";
import { type Bounds, type Cursor, LABELS, moved, ROW_NUMBERS } from "../../src/features/grid/cursor.ts";

const bounds: Bounds = { rows: 1000, columns: 20, hasLabels: true, hasAnswerRow: true, hasAnswerColumn: false, page: 30 };
const from: Cursor = { row: 500, column: 7 };
const go = (key: string, far = false, cursor = from, within = bounds) => moved(cursor, key, far, within);

describe("a key", () => {
  it("moves by one with an arrow, and to the edge with Ctrl", () => {
    expect(go("ArrowDown")).toEqual({ row: 501, column: 7 });
    expect(go("ArrowUp")).toEqual({ row: 499, column: 7 });
    expect(go("ArrowLeft")).toEqual({ row: 500, column: 6 });
    expect(go("ArrowRight")).toEqual({ row: 500, column: 8 });
    expect(go("ArrowDown", true)).toEqual({ row: 999, column: 7 });
    expect(go("ArrowUp", true)).toEqual({ row: 0, column: 7 });
    expect(go("ArrowLeft", true)).toEqual({ row: 500, column: 0 });
    expect(go("ArrowRight", true)).toEqual({ row: 500, column: 19 });
  });

  it("moves by a page", () => {
    expect(go("PageDown")).toEqual({ row: 530, column: 7 });
    expect(go("PageUp")).toEqual({ row: 470, column: 7 });
    expect(go("PageDown", false, { row: 990, column: 7 })).toEqual({ row: 999, column: 7 });
    expect(go("PageUp", false, { row: 10, column: 7 })).toEqual({ row: 0, column: 7 });
  });

  it("moves to the ends of the row, and with Ctrl of the array", () => {
    expect(go("Home")).toEqual({ row: 500, column: 0 });
    expect(go("End")).toEqual({ row: 500, column: 19 });
    expect(go("Home", true)).toEqual({ row: 0, column: 0 });
    expect(go("End", true)).toEqual({ row: 999, column: 19 });
  });

  it("leads into the labels, the row numbers and the answer, and back", () => {
    expect(go("ArrowLeft", false, { row: 0, column: 0 })).toEqual({ row: 0, column: LABELS });
    expect(go("ArrowLeft", false, { row: 0, column: LABELS })).toEqual({ row: 0, column: ROW_NUMBERS });
    expect(go("ArrowRight", false, { row: 0, column: ROW_NUMBERS })).toEqual({ row: 0, column: LABELS });
    expect(go("ArrowDown", false, { row: 999, column: 3 })).toEqual({ row: 1000, column: 3 });
    expect(go("ArrowUp", false, { row: 1000, column: 3 })).toEqual({ row: 999, column: 3 });
    expect(go("ArrowDown", false, { row: 999, column: 3 }, { ...bounds, hasAnswerRow: false })).toEqual({
      row: 999,
      column: 3,
    });
    expect(go("ArrowRight", false, { row: 0, column: 19 })).toEqual({ row: 0, column: 19 });
    expect(go("ArrowRight", false, { row: 0, column: 19 }, { ...bounds, hasAnswerColumn: true })).toEqual({
      row: 0,
      column: 20,
    });
  });

  it("leads nowhere where it is not one of these", () => {
    expect(go("a")).toBeNull();
    expect(go("Tab")).toBeNull();
  });
});
