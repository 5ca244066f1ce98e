import { describe, expect, it } from "vitest";
import type { Desk } from "../../src/state/desk.ts";
import { makeEdit } from "../../src/state/edit-calls.ts";
import { redo, undo } from "../../src/state/editing.ts";
import { chooseOperand } from "../../src/state/operand.ts";
import { ready } from "../../src/state/state.ts";
import { liveDesk } from "../live-desk.ts";

const nan = (desk: Desk): number | undefined => ready(desk.store.getState())?.nanCount;

async function made(desk: Desk, ...places: number[]): Promise<void> {
  const { settle } = await makeEdit(desk, { call: "edit", changes: [{ label: null, places, texts: places.map(() => "nan") }] });
  settle();
}
describe("the count of NaN", () => {
  it("of a view is its own: undo and redo outside of the view leave it as it is", async () => {
    const desk = await liveDesk("[[1.5, 2.5], [3.5, 4.5]]");
    await made(desk, 2, 3);
    expect(nan(desk)).toBe(2);
    await chooseOperand(desk, "a[:1].T");
    expect(nan(desk)).toBe(0);
    await undo(desk);
    expect(nan(desk)).toBe(0);
    await redo(desk);
    expect(nan(desk)).toBe(0);
    await chooseOperand(desk, "a");
    expect(nan(desk)).toBe(2);
  });

  it("of a view that shows a cell twice counts it twice", async () => {
    const desk = await liveDesk("[[1.5, 2.5], [3.5, 4.5]]");
    await made(desk, 0);
    await chooseOperand(desk, "np.broadcast_to(a, (2, 2, 2)).T");
    expect(nan(desk)).toBe(2);
    await undo(desk);
    expect(nan(desk)).toBe(0);
    await chooseOperand(desk, "a");
    expect(nan(desk)).toBe(0);
  });

  it("of the array is right also where a cell was edited while the view was made", async () => {
    const desk = await liveDesk("[[1.5, 2.5], [3.5, 4.5]]");
    const viewed = chooseOperand(desk, "a.T");
    await made(desk, 0);
    await viewed;
    expect(nan(desk)).toBe(1);
    await chooseOperand(desk, "a");
    expect(nan(desk)).toBe(1);
  });
});
