import { wholeRegion } from "@argscope/core/expression/index.ts";
import { describe, expect, it } from "vitest";
import { shapeText } from "../../src/engine/shape-text.ts";
import { progressOf, statusText } from "../../src/features/result/status-text.ts";
import type { Ready } from "../../src/state/session.ts";
import { initial, type State } from "../../src/state/state.ts";
import { opened, shared } from "../fakes.ts";

const session: Ready = {
  kind: "ready",
  handle: 1,
  name: "a.csv",
  source: "table",
  of: "a",
  root: null,
  key: 1,
  origin: opened(1, shared([1], [0])).origin,
  shape: [1_000_000, 20],
  dtype: "float64",
  nanCount: 1234,
  receipt: [],
  milliseconds: 2345,
};

describe("the status line", () => {
  it("says that nothing is open", () => {
    expect(statusText(initial)).toBe("Nothing is open");
  });

  it("says how far an opening has come", () => {
    const opening = {
      kind: "opening",
      serial: 1,
      name: "a.csv",
      progress: 456,
      before: { kind: "empty" },
      first: null,
    } as const;
    expect(statusText({ ...initial, session: opening })).toBe("Opening a.csv: 45 %");
  });

  it("says shape, dtype, how much is missing and how long things took", () => {
    const reduction = {
      kind: "done",
      answer: {
        serial: 1,
        reduction: { ...initial.choice, axis: 0 },
        region: wholeRegion([1_000_000, 20]),
        text: "[0]",
        milliseconds: 15.4,
      },
    } as const;
    const state: State = { ...initial, session, reduction };
    expect(statusText(state)).toBe("(1000000, 20) float64 · 1,234 NaN · read in 2.3 s · argmin in 15 ms");
    const ofDates: State = { ...state, session: { ...session, dtype: "datetime64[D]" } };
    expect(statusText(ofDates)).toContain("1,234 NaT");
  });

  it("draws progress for what takes long, not for what is done before anybody looks", () => {
    const running = { kind: "running", progress: 0, last: null } as const;
    expect(progressOf(initial)).toBeNull();
    expect(progressOf({ ...initial, session, reduction: running })).toBeNull();
    expect(progressOf({ ...initial, session, reduction: { ...running, progress: 30 } })).toBe(30);
  });

  it.each([
    [[], "()"],
    [[5], "(5,)"],
    [[2, 3], "(2, 3)"],
  ])("writes the shape %j as Python does: %s", (shape, text) => {
    expect(shapeText(shape)).toBe(text);
  });
});
