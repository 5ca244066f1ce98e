import { failed, ok } from "@argscope/core/contract/result.ts";
import { ValueError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../src/state/desk.ts";
import { changeDraft, commitEditing, giveUpEditing, redo, startEditing, undo } from "../../src/state/editing.ts";
import { answerLosing } from "../../src/state/losing.ts";
import { open } from "../../src/state/opening.ts";
import { ready } from "../../src/state/state.ts";
import { EditsBeside } from "../edits-beside.ts";
import { fakeDesk } from "../fake-desk.ts";
import { type FakeEngine, opened, origin, shared, typed } from "../fakes.ts";

let engine: FakeEngine;
let desk: Desk;
let cells: EditsBeside;

const state = () => desk.store.getState();
const edits = () => desk.shelf.held(1)?.edits;
const calls = () => engine.asked.map(({ call }) => call);

beforeEach(async () => {
  ({ engine, desk } = await fakeDesk(shared([2, 2], [1, 2, 3, 4]), { nanCount: 3 }));
  cells = new EditsBeside();
});

function begin(place = 0, before = "1", draft = before): void {
  startEditing(desk, {
    cell: { label: null, place },
    title: `place ${place}`,
    before,
    draft,
    replaces: false,
    box: null,
  });
}

function write(place: number, text: string): void {
  begin(place);
  changeDraft(desk, text);
  void commitEditing(desk, "down");
}

describe("editing a cell", () => {
  it("asks the engine, shows what it kept, counts NaN and asks for the answer again", async () => {
    begin();
    changeDraft(desk, "nan");
    void commitEditing(desk, "down");
    const changes = [{ label: null, places: [0], texts: ["nan"] }];
    expect(engine.asked[0]).toMatchObject({ call: "edit", takes: { handle: 1, changes } });
    const before = engine.reductions.length;
    await engine.asked[0]?.answer(ok(cells.write(0, "nan")));
    expect(state().edits).toMatchObject({ changed: 1, undo: "edit of 1 cell", redo: null });
    expect(ready(state())?.nanCount).toBe(4);
    expect(edits()?.isChanged(null, 0)).toBe(true);
    expect(engine.reductions.length).toBe(before + 1);
  });

  it("is over before the engine has taken the text: what is typed next is for the next cell", async () => {
    write(0, " 7 ");
    expect(state().editing).toEqual({ kind: "none", onward: "down" });
    expect(edits()?.at(null, 0)?.text).toBe("7");
    expect(state().edits).toMatchObject({ changed: 1, undo: "edit of 1 cell" });
    write(1, "8");
    expect([edits()?.at(null, 0)?.text, edits()?.at(null, 1)?.text, state().edits.changed]).toEqual(["7", "8", 2]);
    await engine.asked[0]?.answer(ok(cells.write(0, " 7 ")));
    await engine.asked[1]?.answer(ok(cells.write(1, "8")));
    expect([edits()?.at(null, 0)?.text, edits()?.at(null, 1)?.text, state().edits.changed]).toEqual(["7", "8", 2]);
  });

  it("is undone by a key that comes before the engine has taken it", () => {
    write(0, "7");
    void undo(desk);
    expect(calls()).toEqual(["edit", "undo"]);
    expect(state().edits).toMatchObject({ redo: "edit of 1 cell" });
  });

  it("says in place why a text is refused, without asking the engine, and changes nothing", () => {
    write(0, "abc");
    expect(state().editing).toMatchObject({ kind: "open", draft: "abc", refusal: "“abc” is not a number." });
    expect(calls()).toEqual([]);
    expect(state().edits.revision).toBe(0);
    changeDraft(desk, "ab");
    expect(state().editing).toMatchObject({ refusal: null });
  });

  it("understands a text as the file writes its numbers", async () => {
    const german = { origin: { ...origin, point: "," as const, thousands: "." } };
    ({ engine, desk } = await fakeDesk(shared([2, 2], [1, 2, 3, 4]), german));
    write(0, "1.234,5");
    expect(state().editing.kind).toBe("none");
    write(1, "1.5");
    expect(state().editing).toMatchObject({ refusal: expect.stringContaining("decimal comma") });
  });

  it("that the engine refuses nevertheless is as it was, and it is said why", async () => {
    write(0, "7");
    await engine.asked[0]?.answer(failed(new ValueError("There is no such cell.").toFault()));
    expect(edits()?.at(null, 0)).toBeUndefined();
    expect(state().edits.changed).toBe(0);
    expect(state().notice?.text).toBe("There is no such cell.");
  });

  it("with the same text as before changes nothing", async () => {
    begin(0, "1.50");
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
    write(0, "7");
    void open(desk, typed("b.csv"));
    answerLosing(desk, "lose");
    await new Promise((after) => setTimeout(after));
    await engine.opens[1]?.answer(ok(opened(2, shared([1, 1], [1]))));
    await engine.asked.find(({ call }) => call === "edit")?.answer(ok(cells.write(0, "7")));
    expect(state().edits.revision).toBe(0);
    expect(desk.shelf.held(2)?.edits?.changed).toBe(0);
  });
});

describe("undo and redo", () => {
  it("are the engine's: it knows the steps", async () => {
    write(0, "7");
    await engine.asked[0]?.answer(ok(cells.write(0, "7")));
    void undo(desk);
    expect(engine.asked[1]).toMatchObject({ call: "undo", takes: { handle: 1 } });
    await engine.asked[1]?.answer(ok(cells.undo()));
    expect(state().edits).toMatchObject({ changed: 0, undo: null, redo: "edit of 1 cell" });
    void redo(desk);
    expect(engine.asked[2]).toMatchObject({ call: "redo", takes: { handle: 1 } });
    await engine.asked[2]?.answer(ok(cells.redo()));
    expect(state().edits).toMatchObject({ changed: 1, undo: "edit of 1 cell", redo: null });
  });

  it("say that the oldest steps are forgotten", async () => {
    write(0, "7");
    await engine.asked[0]?.answer(ok({ ...cells.write(0, "7"), hasForgotten: true }));
    expect(state().notice?.text).toMatch(/oldest edits cannot be undone/u);
  });
});
