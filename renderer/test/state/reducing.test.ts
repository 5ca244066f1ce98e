import { failed, ok } from "@argscope/core/contract/result.ts";
import type { Answer, Reduction } from "@argscope/core/contract/worker.ts";
import { CancelledError, ValueError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { createDesk, type Desk } from "../../src/state/desk.ts";
import { open } from "../../src/state/opening.ts";
import { cancelReducing, choose } from "../../src/state/reducing.ts";
import { answered } from "../../src/state/state.ts";
import { fakeDesk } from "../fake-desk.ts";
import { type FakeEngine, FakeHost, opened, shared, sharedIndices, typed } from "../fakes.ts";

let engine: FakeEngine;
let desk: Desk;

beforeEach(async () => {
  ({ engine, desk } = await fakeDesk(shared([2, 3], [8, 92, 93, 94, 9, 7])));
  await last()?.answer(ok(answer({ axis: 0 }, [3], [0, 1, 1], "[0 1 1]")));
});

const state = () => desk.store.getState();
const last = () => engine.reductions.at(-1);

function answer(parts: Partial<Reduction>, shape: number[], indices: number[], text: string): Answer {
  const asked: Reduction = { operation: "argmin", axis: null, nan: "numpy", keepdims: false, of: "a" };
  return { ...asked, ...parts, indices: sharedIndices(shape, indices), text, milliseconds: 1 };
}

describe("reducing", () => {
  it("shows the answer as NumPy prints it, with its indices on the shelf", () => {
    const shown = answered(state());
    expect(shown?.text).toBe("[0 1 1]");
    expect([...(desk.shelf.indices(shown?.serial ?? 0)?.data ?? [])]).toEqual([0, 1, 1]);
  });

  it("asks again when a control changes, with everything else as it was", () => {
    void choose(desk, { operation: "argmax" });
    expect(last()?.takes).toEqual({ operation: "argmax", axis: 0, nan: "numpy", keepdims: false, of: "a" });
    void choose(desk, { nan: "skip" });
    expect(last()?.takes).toEqual({ operation: "argmax", axis: 0, nan: "skip", keepdims: false, of: "a" });
  });

  it("never asks for an axis that the array does not have", async () => {
    const asked = engine.reductions.length;
    await choose(desk, { axis: 2 });
    await choose(desk, { axis: -1 });
    expect(engine.reductions).toHaveLength(asked);
    expect(state().choice.axis).toBe(0);
  });

  it("asks nothing where nothing is open", async () => {
    const idle = createDesk(engine, new FakeHost());
    const asked = engine.reductions.length;
    await choose(idle, { operation: "argmax" });
    expect(engine.reductions).toHaveLength(asked);
  });

  it("goes on showing the last answer until the new one is there", async () => {
    void choose(desk, { axis: 1 });
    expect(answered(state())?.text).toBe("[0 1 1]");
    await last()?.answer(ok(answer({ axis: 1 }, [2], [0, 2], "[0 2]")));
    expect(answered(state())?.text).toBe("[0 2]");
  });

  it("drops an answer whose question is not asked any more", async () => {
    void choose(desk, { axis: 1 });
    const stale = last();
    void choose(desk, { axis: null });
    await stale?.answer(ok(answer({ axis: 1 }, [2], [0, 2], "[0 2]")));
    expect(answered(state())?.text).toBe("[0 1 1]");
    await last()?.answer(ok(answer({}, [], [5], "5")));
    expect(answered(state())?.text).toBe("5");
  });

  it("shows NumPy's refusal in place of an answer, and no cell is lit", async () => {
    void choose(desk, { nan: "skip" });
    await last()?.answer(failed(new ValueError("All-NaN slice encountered").toFault()));
    expect(state().reduction).toMatchObject({ kind: "refused", fault: { message: "All-NaN slice encountered" } });
    expect(answered(state())).toBeNull();
  });

  it("answers again after a refusal", async () => {
    void choose(desk, { nan: "skip" });
    await last()?.answer(failed(new ValueError("All-NaN slice encountered").toFault()));
    void choose(desk, { nan: "numpy" });
    await last()?.answer(ok(answer({ axis: 0 }, [3], [0, 1, 1], "[0 1 1]")));
    expect(answered(state())?.text).toBe("[0 1 1]");
  });

  it("is cancelled back to the last answer, and the controls with it", async () => {
    void choose(desk, { axis: 1 });
    cancelReducing(desk);
    expect(engine.cancelled.at(-1)).toBe("reduce");
    await last()?.answer(failed(new CancelledError().toFault()));
    expect(answered(state())?.text).toBe("[0 1 1]");
    expect(state().choice.axis).toBe(0);
  });

  it("drops an answer about an array that is not open any more", async () => {
    void choose(desk, { axis: 1 });
    const stale = last();
    void open(desk, typed("b"));
    await engine.opens[1]?.answer(ok(opened(2, shared([1, 1], [5]))));
    await stale?.answer(ok(answer({ axis: 1 }, [2], [0, 2], "[0 2]")));
    expect(answered(state())).toBeNull();
  });
});
