import type { CellChanges } from "@argscope/core/contract/editing.ts";
import { describe, expect, it } from "vitest";
import { History } from "../../src/state/history.ts";

const change = (text: string | null): CellChanges[] => [{ label: null, places: [0], texts: [text] }];
const step = (name: string, after = name) => ({ name, forwards: change(after), back: change(null) });

describe("the history", () => {
  it("undoes the last step first and redoes it", () => {
    const history = new History();
    history.add(step("one"));
    history.add(step("two"));
    expect(history.next).toEqual({ undo: "two", redo: null });
    expect(history.undo()).toEqual(change(null));
    expect(history.next).toEqual({ undo: "one", redo: "two" });
    expect(history.redo()).toEqual(change("two"));
    expect(history.redo()).toBeNull();
  });

  it("forgets what was undone when something new is done", () => {
    const history = new History();
    history.add(step("one"));
    history.undo();
    history.add(step("two"));
    expect(history.next).toEqual({ undo: "two", redo: null });
  });

  it("has no limit but memory: then the oldest steps go, and it says so", () => {
    const history = new History(1000);
    const long = "x".repeat(200);
    expect(history.add(step("one", long))).toBe(false);
    expect(history.add(step("two", long))).toBe(false);
    expect(history.add(step("three", long))).toBe(true);
    expect([history.undo(), history.undo(), history.undo()].filter((each) => each !== null)).toHaveLength(2);
  });

  it("keeps the newest step, however large", () => {
    const history = new History(10);
    history.add(step("one", "x".repeat(100)));
    expect(history.next.undo).toBe("one");
  });

  it("counts no bytes of what was undone and is forgotten", () => {
    const history = new History(1000);
    for (let k = 0; k < 100; k++) {
      expect(history.add(step("step", "x".repeat(200)))).toBe(false);
      history.undo();
    }
  });
});
