import { failed, ok } from "@argscope/core/contract/result.ts";
import type { Source } from "@argscope/core/contract/worker.ts";
import { CapacityError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../src/state/desk.ts";
import { cancelOpening, open } from "../../src/state/opening.ts";
import { answered, isReading, ready, seen } from "../../src/state/state.ts";
import { showFrom } from "../../src/state/viewing.ts";
import { fakeDesk } from "../fake-desk.ts";
import { type FakeEngine, opened, shared } from "../fakes.ts";

let engine: FakeEngine;
let desk: Desk;
const file: Source = { kind: "file", name: "large.csv", file: { size: 1e9, slice: () => new Blob() } };
const state = () => desk.store.getState();

beforeEach(async () => {
  ({ engine, desk } = await fakeDesk(shared([1, 2], [1, 2]), { name: "small.csv" }));
});

async function openFirst(): Promise<void> {
  void open(desk, file);
  await engine.asked[0]?.answer(ok(opened(2, shared([2, 2], [5, 6, 7, 8]), { name: "large.csv" })));
}

describe("the first rows of a large file", () => {
  it("are asked for before the file is opened, and the file then without handing it over again", async () => {
    await openFirst();
    expect(engine.asked[0]).toMatchObject({ call: "first", takes: { source: { kind: "file" } } });
    expect(engine.opens[1]?.takes).toEqual({ kind: "kept", name: "large.csv" });
  });

  it("are not asked for of a small one", () => {
    void open(desk, { kind: "file", name: "b.csv", file: { size: 1000, slice: () => new Blob() } });
    expect(engine.asked).toHaveLength(0);
    expect(engine.opens[1]?.takes).toMatchObject({ kind: "file", name: "b.csv" });
  });

  it("are in sight while the rest is read, and nothing can be asked of them", async () => {
    await openFirst();
    expect(isReading(state())).toBe(true);
    expect(seen(state())).toMatchObject({ handle: 2, name: "large.csv" });
    expect(ready(state())).toBeNull();
    expect(answered(state())).toBeNull();
    engine.opens[1]?.progress(300);
    expect(state().session).toMatchObject({ kind: "opening", progress: 300 });
  });

  it("make room for the whole, which stands where they were moved to; all else is given back", async () => {
    await openFirst();
    showFrom(desk, 1, 0);
    await engine.opens[1]?.answer(ok(opened(3, shared([3, 2], [5, 6, 7, 8, 9, 9]), { name: "large.csv" })));
    expect(ready(state())).toMatchObject({ handle: 3, shape: [3, 2] });
    expect(state().view.rowOffset).toBe(1);
    expect(engine.freed.toSorted()).toEqual([1, 2]);
  });

  it("go when the opening is cancelled, and the window is as it was", async () => {
    showFrom(desk, 0, 1);
    const before = state();
    await openFirst();
    showFrom(desk, 1, 0);
    cancelOpening(desk);
    expect(state()).toEqual(before);
    expect(engine.freed).toEqual([2]);
    expect(engine.cancelled).toEqual(expect.arrayContaining(["first", "open"]));
  });

  it("go when the whole cannot be had; what it needs is said, with the way to fewer columns or rows", async () => {
    await openFirst();
    await engine.opens[1]?.answer(failed(new CapacityError("large.csv needs 8 GB.", 8e9, 4e9).toFault()));
    expect(ready(state())?.handle).toBe(1);
    expect(state().notice).toEqual({ tone: "error", text: "large.csv needs 8 GB.", action: "options" });
    expect(engine.freed).toEqual([2]);
  });

  it("are no hindrance where they cannot be had", async () => {
    void open(desk, file);
    await engine.asked[0]?.answer(ok(null));
    expect(isReading(state())).toBe(false);
    expect(engine.opens[1]?.takes).toEqual({ kind: "kept", name: "large.csv" });
  });

  it("of an opening that is cancelled come to nobody", async () => {
    void open(desk, file);
    cancelOpening(desk);
    await engine.asked[0]?.answer(ok(opened(2, shared([2, 2], [5, 6, 7, 8]))));
    expect(seen(state())?.handle).toBe(1);
    expect(engine.opens).toHaveLength(1);
  });
});
