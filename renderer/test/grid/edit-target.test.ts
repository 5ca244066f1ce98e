import { NdArray } from "@argscope/core/array/ndarray.ts";
import { describe, expect, it } from "vitest";
import { targetUnder } from "../../src/features/grid/edit-target.ts";
import { type FrameParts, frameOf } from "../../src/features/grid/frame.ts";
import { arranged } from "../../src/state/arrangement.ts";
import { EditedCells } from "../../src/state/edited-cells.ts";

const array = new NdArray("float64", [3, 2], [2, 1], 0, new Float64Array(6));
const label = (name: string) => ({ name, text: () => "" });
const parts: FrameParts = {
  array,
  rowAxis: 0,
  columnAxis: 1,
  fixed: [],
  columnNames: ["jan", "jul"],
  labels: [label("city"), label("note")],
  hasOwnLabels: true,
  answer: null,
  edits: new EditedCells(),
};

describe("what a key edits", () => {
  it("is the cell that has the focus, by the array's own row and column, wherever the window stands", () => {
    const sorted = frameOf({ ...parts, rowOrder: arranged([2, 0], [1, -1, 0]) });
    expect(targetUnder(sorted, { row: 0, column: 1 })).toMatchObject({
      cell: { label: null, place: 5 },
      row: 2,
      column: 1,
      title: "row 2, column 1 (jul)",
    });
  });

  it("is the label beside the row, or the text behind its numbers", () => {
    const frame = frameOf(parts);
    expect(targetUnder(frame, { row: 1, column: -1 })?.cell).toEqual({ label: 0, place: 1 });
    expect(targetUnder(frame, { row: 1, column: 2 })?.cell).toEqual({ label: 1, place: 1 });
  });

  it("is nothing on a row's number, in the answer, and where nothing can be edited", () => {
    const frame = frameOf(parts);
    for (const cursor of [
      { row: 0, column: -2 },
      { row: 3, column: 0 },
      { row: 0, column: 3 },
    ]) {
      expect(targetUnder(frame, cursor)).toBeNull();
    }
    expect(targetUnder(frameOf({ ...parts, edits: null }), { row: 0, column: 0 })).toBeNull();
  });
});
