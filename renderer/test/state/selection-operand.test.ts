import { describe, expect, it } from "vitest";
import type { Desk } from "../../src/state/desk.ts";
import { choose } from "../../src/state/reducing.ts";
import { selectFrom, selectTo, selectWhole } from "../../src/state/selecting.ts";
import { reduceSelection, selectionOperand } from "../../src/state/selection-operand.ts";
import { mapSlice, moveSlice } from "../../src/state/slicing.ts";
import { answered } from "../../src/state/state.ts";
import { liveDesk } from "../live-desk.ts";

function select(desk: Desk, top: number, left: number, bottom: number, right: number): void {
  selectFrom(desk, { row: top, column: left }, "cells", "anew");
  selectTo(desk, { row: bottom, column: right });
}

const operand = (desk: Desk) => selectionOperand(desk, desk.store.getState());

describe("the answer over a selection", () => {
  it("is that of the slice, along the axis that was chosen", async () => {
    const desk = await liveDesk("[[8, 92, 93], [94, 9, 7], [1, 2, 3]]");
    select(desk, 0, 1, 1, 2);
    expect(operand(desk)).toEqual({ kind: "operand", text: "a[0:2, 1:3]", axis: 0 });
    await reduceSelection(desk);
    expect(answered(desk.store.getState())).toMatchObject({ text: "[1 1]", reduction: { of: "a[0:2, 1:3]", axis: 0 } });
    // The next one is asked of the array again, not of the slice.
    select(desk, 1, 0, 2, 1);
    await reduceSelection(desk);
    expect(answered(desk.store.getState())).toMatchObject({ text: "[1 1]", reduction: { of: "a[1:3, 0:2]" } });
    await choose(desk, { axis: null });
    select(desk, 0, 0, 0, 2);
    await reduceSelection(desk);
    expect(answered(desk.store.getState())).toMatchObject({ text: "0", reduction: { of: "a[0:1, :]", axis: null } });
    selectWhole(desk, "all");
    expect(operand(desk)).toMatchObject({ text: "a" });
  });

  it("is of numbers alone, and of one range", async () => {
    const desk = await liveDesk("name,a,note\nx,1,p\ny,2,q\n");
    selectFrom(desk, { row: 0, column: 1 }, "columns", "anew");
    expect(operand(desk)).toMatchObject({ kind: "none", reason: expect.stringContaining("text") });
    selectFrom(desk, { row: 0, column: 0 }, "rows", "anew");
    expect(operand(desk)).toMatchObject({ text: "a[0:1, :]" });
    selectFrom(desk, { row: 1, column: 0 }, "cells", "more");
    expect(operand(desk)).toMatchObject({ kind: "none", reason: expect.stringContaining("one range") });
    selectFrom(desk, { row: 1, column: 0 }, "cells", "anew");
    await reduceSelection(desk);
    expect(desk.store.getState().notice?.text).toBe("Select some cells first.");
  });

  it("of more dimensions is of the slice in sight, whichever way it is turned", async () => {
    const desk = await liveDesk("np.arange(60).reshape(3, 4, 5)");
    moveSlice(desk, 0, 2);
    select(desk, 1, 0, 2, 4);
    await choose(desk, { axis: 2 });
    expect(operand(desk)).toEqual({ kind: "operand", text: "a[2, 1:3, :]", axis: 1 });
    mapSlice(desk, { rowAxis: 2, columnAxis: 0 });
    select(desk, 1, 0, 3, 1);
    expect(operand(desk)).toMatchObject({ text: "a[0:2, 0, 1:4]" });
  });

  it("of one dimension is a slice of it", async () => {
    const desk = await liveDesk("[5, 3, 8, 1]");
    select(desk, 1, 0, 2, 0);
    await reduceSelection(desk);
    expect(answered(desk.store.getState())).toMatchObject({ text: "0", reduction: { of: "a[1:3]" } });
  });
});
