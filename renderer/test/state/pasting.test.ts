import { failed } from "@argscope/core/contract/result.ts";
import { CancelledError } from "@argscope/core/errors.ts";
import { describe, expect, it } from "vitest";
import type { Desk } from "../../src/state/desk.ts";
import { cancelEditing } from "../../src/state/edit-calls.ts";
import { redo, undo } from "../../src/state/editing.ts";
import { chooseOperand } from "../../src/state/operand.ts";
import { clearSelected, cutSelected, paste } from "../../src/state/pasting.ts";
import { goToEdge, selectFrom, selectTo, selectWhole } from "../../src/state/selecting.ts";
import { ready } from "../../src/state/state.ts";
import { fakeDesk } from "../fake-desk.ts";
import { shared } from "../fakes.ts";
import { liveDesk, until } from "../live-desk.ts";

const CSV = "city,jan,jul\nOslo,1.5,2.5\nCairo,3.5,4.5\nQuito,5.5,6.5\n";

const table = (text = CSV): Promise<Desk> => liveDesk(text, "cities.csv");

function values(desk: Desk): number[] {
  const { data } = desk.shelf.held(ready(desk.store.getState())?.handle ?? -1)?.array ?? { data: [] };
  return Array.from(data as Float64Array);
}

const notice = (desk: Desk) => desk.store.getState().notice?.text;

function select(desk: Desk, from: [number, number], to: [number, number] = from): void {
  selectFrom(desk, { row: from[0], column: from[1] }, "cells", "anew");
  selectTo(desk, { row: to[0], column: to[1] });
}

it("clears as far as the keys before it lead, also where the engine still looks for the edge", async () => {
  const desk = await table();
  select(desk, [0, 1]);
  void goToEdge(desk, "down", true);
  await clearSelected(desk);
  expect(values(desk)).toEqual([1.5, Number.NaN, 3.5, Number.NaN, 5.5, Number.NaN]);
});

describe("pasting over the cells", () => {
  it("spreads from the top left cell of the selection, as one step of the history", async () => {
    const desk = await table();
    select(desk, [1, 0], [2, 0]);
    await paste(desk, "7\t8\n9\t10\n");
    expect(values(desk)).toEqual([1.5, 2.5, 7, 8, 9, 10]);
    expect(desk.store.getState().edits).toMatchObject({ changed: 4, undo: "paste of 4 cells", redo: null });
    expect(desk.shelf.held(1)?.edits?.at(null, 2)).toEqual({ text: "7", saved: null });
    await undo(desk);
    expect(values(desk)).toEqual([1.5, 2.5, 3.5, 4.5, 5.5, 6.5]);
    expect(desk.shelf.held(1)?.edits?.at(null, 2)).toBeUndefined();
    await redo(desk);
    expect(desk.store.getState().edits).toMatchObject({ changed: 4, undo: "paste of 4 cells" });
  });

  it("one cell fills the whole selection", async () => {
    const desk = await table();
    select(desk, [0, 1], [2, 1]);
    await paste(desk, "0\n");
    expect(values(desk)).toEqual([1.5, 0, 3.5, 0, 5.5, 0]);
  });

  it("rows of different lengths leave alone what they do not reach", async () => {
    const desk = await table();
    select(desk, [0, 0]);
    await paste(desk, "7\n8\t9\n10");
    expect(values(desk)).toEqual([7, 2.5, 8, 9, 10, 6.5]);
  });

  it("that does not fit is refused whole, with what there is room for", async () => {
    const desk = await table();
    select(desk, [1, 1]);
    await paste(desk, "1\t2\n");
    expect(notice(desk)).toBe("Nothing was pasted: it has 1 × 2 cells, and from here on there is 1 column.");
    await paste(desk, "1\n2\n3\n");
    expect(notice(desk)).toBe("Nothing was pasted: it has 3 × 1 cells, and from here on there are 2 rows.");
    expect(values(desk)).toEqual([1.5, 2.5, 3.5, 4.5, 5.5, 6.5]);
  });

  it("that holds no number is refused whole, and the first bad cell named", async () => {
    const desk = await table();
    select(desk, [1, 0]);
    await paste(desk, "7\t8\n9\tabc");
    expect(notice(desk)).toBe("Nothing was pasted. Row 2, column 1 (jul): “abc” is not a number.");
    expect(desk.store.getState().edits).toMatchObject({ changed: 0, undo: null });
    expect(values(desk)).toEqual([1.5, 2.5, 3.5, 4.5, 5.5, 6.5]);
  });

  it("into a view changes the file's own cells, and says nothing can be edited where it is a copy", async () => {
    const desk = await liveDesk("[[1.5, 2.5], [3.5, 4.5]]");
    await chooseOperand(desk, "a.T");
    select(desk, [1, 0]);
    await paste(desk, "7\t8");
    expect(values(desk)).toEqual([1.5, 7, 3.5, 8]);
    await chooseOperand(desk, "a.T.reshape(4)");
    select(desk, [0, 0]);
    await paste(desk, "9");
    expect(notice(desk)).toBe("Nothing was pasted: what is shown here is worked out from the array, and cannot be edited.");
  });
});

describe("clearing what is selected", () => {
  it("makes numbers NaN and counts them; undo counts them back", async () => {
    const desk = await table();
    select(desk, [0, 0]);
    selectWhole(desk, "all");
    await clearSelected(desk);
    expect(values(desk).every(Number.isNaN)).toBe(true);
    expect(ready(desk.store.getState())?.nanCount).toBe(6);
    expect(desk.store.getState().edits.undo).toBe("clearing of 6 cells");
    await undo(desk);
    expect(ready(desk.store.getState())?.nanCount).toBe(0);
  });

  it("says why it is refused", async () => {
    const desk = await liveDesk("[[1, 2], [3, 4]]");
    select(desk, [1, 0]);
    await clearSelected(desk);
    expect(notice(desk)).toBe(
      "Nothing was cleared. Row 1, column 0: An array of int64 has no room for NaN: every cell is a whole number.",
    );
  });
});

describe("cutting what is selected", () => {
  it("copies it, and then clears it", async () => {
    const desk = await table();
    select(desk, [0, 0], [1, 1]);
    let copied = "";
    await cutSelected(desk, async (text) => {
      copied = await text.text();
    });
    expect(copied).toBe("1.5\t2.5\r\n3.5\t4.5\r\n");
    expect(values(desk)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN, 5.5, 6.5]);
    await undo(desk);
    expect(values(desk)).toEqual([1.5, 2.5, 3.5, 4.5, 5.5, 6.5]);
  });

  it("clears nothing where the clipboard does not take it", async () => {
    const desk = await table();
    select(desk, [0, 0]);
    await cutSelected(desk, () => Promise.reject(new Error("denied")));
    expect(values(desk)).toEqual([1.5, 2.5, 3.5, 4.5, 5.5, 6.5]);
    expect(notice(desk)).toMatch(/denied/u);
  });
});

describe("a change that takes long", () => {
  it("says how far it is", async () => {
    const { engine, desk } = await fakeDesk(shared([2, 2], [1, 2, 3, 4]));
    select(desk, [0, 0]);
    void paste(desk, "7\n8");
    engine.progress("paste", 300);
    expect(desk.store.getState().task).toMatchObject({ kind: "editing", call: "paste", progress: 300 });
  });

  it("that is given up is withdrawn, whether the engine heard of it in time or not", async () => {
    const { engine, desk } = await fakeDesk(shared([2, 2], [1, 2, 3, 4]));
    select(desk, [0, 0]);
    void paste(desk, "7\n8");
    engine.progress("paste", 300);
    cancelEditing(desk);
    expect(engine.cancelled.at(-1)).toBe("paste");
    expect(desk.store.getState().task).toEqual({ kind: "idle" });
    const asked = engine.asked.at(-1);
    await asked?.answer(failed(new CancelledError().toFault()));
    expect(engine.asked.at(-1)).toMatchObject({
      call: "withdraw",
      takes: { handle: 1, ticket: (asked?.takes as { ticket?: number })?.ticket },
    });
  });

  it("and given up too late is gone all the same", async () => {
    const desk = await table();
    const { engine } = desk;
    select(desk, [0, 0]);
    const pasted = paste(desk, "7");
    // The engine is at it already; it hears nothing before it has answered.
    engine.cancel("paste");
    await pasted;
    await until(() => desk.store.getState().reduction.kind === "done");
    expect(values(desk)).toEqual([1.5, 2.5, 3.5, 4.5, 5.5, 6.5]);
    expect(desk.store.getState().edits).toMatchObject({ changed: 0, undo: null, redo: null });
    expect(desk.store.getState().notice).toBeNull();
  });
});
