import type { CellChanges } from "@argscope/core/contract/editing.ts";
import { failed, ok } from "@argscope/core/contract/result.ts";
import { ValueError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../src/state/desk.ts";
import { changeDraft, commitEditing, edit, giveUpEditing, redo, startEditing, undo } from "../../src/state/editing.ts";
import { open } from "../../src/state/opening.ts";
import { ready } from "../../src/state/state.ts";
import { fakeDesk } from "../fake-desk.ts";
import { type FakeEngine, opened, shared, typed } from "../fakes.ts";

let engine: FakeEngine;
let desk: Desk;

const state = () => desk.store.getState();
const cells = (texts: readonly (string | null)[]): CellChanges[] => [{ label: null, places: texts.map((_, k) => k), texts }];
const done = (kept: CellChanges[], inverse: CellChanges[], nanDelta = 0) => ({ kept, inverse, nanDelta, views: [] });
const edits = () => desk.shelf.held(1)?.edits;

beforeEach(async () => {
  ({ engine, desk } = await fakeDesk(shared([2, 2], [1, 2, 3, 4]), { nanCount: 3 }));
});

function begin(before = "1", draft = before): void {
  startEditing(desk, {
    cell: { label: null, place: 0 },
    title: "row 0, column 0",
    before,
    draft,
    replaces: false,
    box: null,
  });
}

describe("editing a cell", () => {
  it("asks the engine, shows what it kept, counts NaN and asks for the answer again", async () => {
    begin();
    changeDraft(desk, "nan");
    void commitEditing(desk, "down");
    expect(engine.asked[0]).toMatchObject({ call: "edit", takes: { handle: 1, changes: cells(["nan"]) } });
    const before = engine.reductions.length;
    await engine.asked[0]?.answer(ok(done(cells(["nan"]), cells([null]), 1)));
    expect(state().editing).toEqual({ kind: "none", onward: "down" });
    expect(state().edits).toEqual({ revision: 1, changed: 1, undo: "edit of 1 cell", redo: null });
    expect(ready(state())?.nanCount).toBe(4);
    expect(edits()?.isChanged(null, 0)).toBe(true);
    expect(engine.reductions.length).toBe(before + 1);
  });

  it("says in place why a text is refused, and changes nothing", async () => {
    begin();
    changeDraft(desk, "abc");
    void commitEditing(desk, "down");
    await engine.asked[0]?.answer(failed(new ValueError("“abc” is not a number.").toFault()));
    expect(state().editing).toMatchObject({ kind: "open", draft: "abc", refusal: "“abc” is not a number." });
    expect(state().edits.revision).toBe(0);
    changeDraft(desk, "ab");
    expect(state().editing).toMatchObject({ refusal: null });
  });

  it("with the same text as before changes nothing", async () => {
    begin("1.50");
    await commitEditing(desk, "right");
    expect(engine.asked).toEqual([]);
    expect(state().editing).toEqual({ kind: "none", onward: "right" });
  });

  it("is given up without a trace", () => {
    begin();
    changeDraft(desk, "7");
    giveUpEditing(desk);
    expect(engine.asked).toEqual([]);
    expect(state().editing).toEqual({ kind: "none", onward: "stay" });
  });

  it("answered after another file was opened changes nothing there", async () => {
    void edit(desk, cells(["7"]), "edit of 1 cell");
    void open(desk, typed("b.csv"));
    await engine.opens[1]?.answer(ok(opened(2, shared([1, 1], [1]))));
    await engine.asked[0]?.answer(ok(done(cells(["7"]), cells([null]))));
    expect(state().edits.revision).toBe(0);
    expect(desk.shelf.held(2)?.edits?.changed).toBe(0);
  });
});

describe("undo and redo", () => {
  it("take the inverse and the edit to the engine", async () => {
    void edit(desk, cells(["7", "8"]), "paste of 2 cells");
    await engine.asked[0]?.answer(ok(done(cells(["7", "8"]), cells([null, null]))));
    void undo(desk);
    expect(engine.asked[1]).toMatchObject({ call: "edit", takes: { changes: cells([null, null]) } });
    await engine.asked[1]?.answer(ok(done(cells([null, null]), cells(["7", "8"]))));
    expect(state().edits).toEqual({ revision: 2, changed: 0, undo: null, redo: "paste of 2 cells" });
    void redo(desk);
    expect(engine.asked[2]).toMatchObject({ call: "edit", takes: { changes: cells(["7", "8"]) } });
    await engine.asked[2]?.answer(ok(done(cells(["7", "8"]), cells([null, null]))));
    expect(state().edits).toEqual({ revision: 3, changed: 2, undo: "paste of 2 cells", redo: null });
  });

  it("do nothing where there is nothing to do", async () => {
    await undo(desk);
    await redo(desk);
    expect(engine.asked).toEqual([]);
  });
});
