import { failed, ok } from "@argscope/core/contract/result.ts";
import type { PortLike } from "@argscope/core/contract/worker.ts";
import { AccessError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { createDesk, type Desk } from "../../src/state/desk.ts";
import { exportAnswer, suggestedName } from "../../src/state/exporting.ts";
import { open } from "../../src/state/opening.ts";
import { FakeEngine, FakeHost, opened, shared, sharedIndices, typed } from "../fakes.ts";

let engine: FakeEngine;
let host: FakeHost;
let desk: Desk;
const port: PortLike = { postMessage() {}, onmessage: null, start() {}, close() {} };
const choice = { format: "csv", guardFormulas: true } as const;

beforeEach(async () => {
  engine = new FakeEngine();
  host = new FakeHost();
  desk = createDesk(engine, host);
  void open(desk, typed("rain.csv"));
  await engine.opens[0]?.answer(ok(opened(1, shared([1, 2], [1, 2]), { name: "rain.csv" })));
  const indices = sharedIndices([2], [0, 0]);
  await engine.reductions[0]?.answer(
    ok({ operation: "argmin", axis: 0, nan: "numpy", keepdims: false, of: "a", indices, text: "[0 0]", milliseconds: 1 }),
  );
});

const state = () => desk.store.getState();

describe("exporting", () => {
  it("suggests the file's own name and what was asked of it", async () => {
    await exportAnswer(desk, choice);
    expect(host.suggested).toBe("rain argmin axis 0.csv");
  });

  it("suggests a name that every file system takes", () => {
    const asked = { operation: "argmax", axis: null };
    expect(suggestedName("[[8, 92], [7, 1]]", asked)).toBe("8 92 7 1 argmax.csv");
    expect(suggestedName("a/b:c.tsv", asked)).toBe("a b c argmax.csv");
    expect(suggestedName("...", asked)).toBe("array argmax.csv");
  });

  it("does nothing when the save dialog was closed", async () => {
    const before = state();
    await exportAnswer(desk, choice);
    expect(engine.exports).toHaveLength(0);
    expect(state()).toEqual(before);
  });

  it("exports the answer that is shown and says what was written", async () => {
    host.target = ok({ name: "out.csv", port });
    const done = exportAnswer(desk, choice);
    await Promise.resolve();
    await Promise.resolve();
    expect(state().task).toEqual({ kind: "exporting", name: "out.csv" });
    expect(engine.exports[0]?.takes).toMatchObject({ operation: "argmin", axis: 0 });
    await engine.exports[0]?.answer(ok({ bytes: 20, rows: 1234, guarded: 1 }));
    await done;
    expect(state().notice).toMatchObject({ tone: "done", text: "Wrote the answer to out.csv (1,234 lines, 1 cell guarded)." });
    expect(state().task).toEqual({ kind: "idle" });
  });

  it("says why nothing could be written, and loses nothing", async () => {
    host.target = ok({ name: "out.csv", port });
    const done = exportAnswer(desk, choice);
    await Promise.resolve();
    await Promise.resolve();
    await engine.exports[0]?.answer(failed(new AccessError("The disk is full.").toFault()));
    await done;
    expect(state().notice).toEqual({ tone: "error", text: "The disk is full.", action: null });
    expect(state().reduction.kind).toBe("done");
  });
});
