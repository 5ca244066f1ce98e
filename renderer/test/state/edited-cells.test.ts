import { beforeEach, describe, expect, it } from "vitest";
import { EditedCells } from "../../src/state/edited-cells.ts";
import { EditsBeside } from "../edits-beside.ts";

let engine: EditsBeside;
let edits: EditedCells;

beforeEach(() => {
  engine = new EditsBeside();
  edits = new EditedCells();
});

describe("the edited cells of what is open", () => {
  it("are none before anything was edited", () => {
    expect([edits.changed, edits.isChanged(null, 3), edits.at(null, 3)]).toEqual([0, false, undefined]);
  });

  it("are those that differ from the file", () => {
    edits.take(engine.write(3, "7"));
    edits.take(engine.write(3, "8"));
    edits.take(engine.write(3, "x", 0));
    expect(edits.changed).toBe(2);
    expect([edits.isChanged(null, 3), edits.isChanged(0, 3), edits.isChanged(1, 3)]).toEqual([true, true, false]);
    expect([edits.at(null, 3)?.text, edits.at(0, 3)?.text]).toEqual(["8", "x"]);
    edits.take(engine.undo());
    edits.take(engine.undo());
    edits.take(engine.undo());
    expect(edits.changed).toBe(0);
    expect(edits.at(null, 3)).toBeUndefined();
  });

  it("are none once the file was saved; taken back after that they differ again", () => {
    edits.take(engine.write(3, "7"));
    edits.take(engine.save());
    expect(edits.changed).toBe(0);
    // Its text is still the one that was written, whatever text the file had before.
    expect(edits.at(null, 3)?.text).toBe("7");
    edits.take(engine.undo());
    expect(edits.changed).toBe(1);
    expect(edits.at(null, 3)).toEqual({ text: null, saved: "7" });
    edits.take(engine.save());
    expect(edits.at(null, 3)).toBeUndefined();
  });

  it("have what was typed before the engine has taken it, and count it once", () => {
    edits.take(engine.write(3, "7"));
    const first = edits.expect({ label: null, place: 3 }, "8");
    const second = edits.expect({ label: null, place: 4 }, "9");
    const third = edits.expect({ label: null, place: 4 }, "10");
    expect([edits.at(null, 3)?.text, edits.at(null, 4)?.text, edits.changed]).toEqual(["8", "10", 2]);
    expect(edits.isChanged(null, 4)).toBe(true);
    for (const isOver of [first, second, third]) isOver();
    expect([edits.at(null, 3)?.text, edits.at(null, 4), edits.changed]).toEqual(["7", undefined, 1]);
  });
});
