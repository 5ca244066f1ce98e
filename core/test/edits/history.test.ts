import { History } from "@argscope/core/edits/history.ts";
import type { Step } from "@argscope/core/edits/step.ts";
import { describe, expect, it } from "vitest";

const ids = Int32Array.of(0);
const step = (name: string, bytes = 1): Step => ({ name, keys: Float64Array.of(0), before: ids, after: ids, bytes });

describe("the history", () => {
  it("undoes the last step first and redoes it", () => {
    const history = new History();
    history.add(step("one"));
    history.add(step("two"));
    expect(history.next).toEqual({ undo: "two", redo: null });
    expect(history.undo()?.name).toBe("two");
    expect(history.next).toEqual({ undo: "one", redo: "two" });
    expect(history.redo()?.name).toBe("two");
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
    expect(history.add(step("one", 450))).toBe(false);
    expect(history.add(step("two", 450))).toBe(false);
    expect(history.add(step("three", 450))).toBe(true);
    expect([history.undo(), history.undo(), history.undo()].map((each) => each?.name)).toEqual(["three", "two", undefined]);
  });

  it("keeps the newest step, however large", () => {
    const history = new History(10);
    history.add(step("one", 100));
    expect(history.next.undo).toBe("one");
  });

  it("counts no bytes of what was undone and is forgotten", () => {
    const history = new History(1000);
    for (let k = 0; k < 100; k++) {
      expect(history.add(step("step", 450))).toBe(false);
      history.undo();
    }
    history.forgetUndone();
    expect(history.next.redo).toBeNull();
  });
});
