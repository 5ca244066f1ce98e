import { failed, ok } from "@argscope/core/contract/result.ts";
import { AccessError, CancelledError, FormatError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { createDesk, type Desk } from "../../src/state/desk.ts";
import { cancelOpening, open, openRequested } from "../../src/state/opening.ts";
import { ready } from "../../src/state/state.ts";
import { FakeEngine, FakeHost, opened, shared, sharedIndices, typed } from "../fakes.ts";

let engine: FakeEngine;
let desk: Desk;

beforeEach(() => {
  engine = new FakeEngine();
  desk = createDesk(engine, new FakeHost());
});

const state = () => desk.store.getState();
const table = (handle: number) => opened(handle, shared([2, 3], [8, 92, 93, 94, 9, 7]));

async function openTable(handle: number): Promise<void> {
  void open(desk, typed(`${handle}.csv`));
  await engine.opens.at(-1)?.answer(ok({ ...table(handle), name: `${handle}.csv` }));
  const { length } = engine.reductions;
  await engine.reductions[length - 1]?.answer(
    ok({
      operation: "argmin",
      axis: 0,
      nan: "numpy",
      keepdims: false,
      of: "a",
      indices: sharedIndices([3], [0, 1, 1]),
      text: "[0 1 1]",
      milliseconds: 1,
    }),
  );
}

describe("opening", () => {
  it("asks argmin along axis 0 of a table at once, so that something is lit", async () => {
    void open(desk, typed("a.csv"));
    await engine.opens[0]?.answer(ok(table(1)));
    expect(engine.reductions[0]?.takes).toEqual({ operation: "argmin", axis: 0, nan: "numpy", keepdims: false, of: "a" });
  });

  it("asks over the whole array where there is one dimension", async () => {
    void open(desk, typed("a"));
    await engine.opens[0]?.answer(ok(opened(1, shared([3], [3, 1, 2]))));
    expect(engine.reductions[0]?.takes.axis).toBeNull();
  });

  it("asks along axis 0 of three dimensions and starts at the first slice", async () => {
    void open(desk, typed("a"));
    await engine.opens[0]?.answer(ok(opened(1, shared([2, 1, 1], [3, 1]))));
    expect(engine.reductions[0]?.takes.axis).toBe(0);
    expect(state().view.fixed).toEqual([0, 0, 0]);
  });

  it("shows how far it has come", () => {
    void open(desk, typed("a.csv"));
    engine.opens[0]?.progress(250);
    expect(state().session).toMatchObject({ kind: "opening", name: "a.csv", progress: 250 });
  });

  it("leaves what is open in sight until the new one is there", async () => {
    await openTable(1);
    void open(desk, typed("b.csv"));
    expect(ready(state())?.handle).toBe(1);
    expect(state().reduction.kind).toBe("done");
  });

  it("gives the memory of what was open back once the new one is there, and not before", async () => {
    await openTable(1);
    void open(desk, typed("b.csv"));
    expect(engine.freed).toEqual([]);
    await engine.opens[1]?.answer(ok(table(2)));
    expect(engine.freed).toEqual([1]);
    expect(desk.shelf.held(1)).toBeUndefined();
  });

  it("is cancelled at once, and the window is as it was", async () => {
    await openTable(1);
    const before = state();
    void open(desk, typed("b.csv"));
    cancelOpening(desk);
    expect(state()).toEqual(before);
    expect(engine.cancelled).toContain("open");
    await engine.opens[1]?.answer(failed(new CancelledError().toFault()));
    expect(state()).toEqual(before);
  });

  it("is cancelled into the empty window where nothing was open", () => {
    void open(desk, typed("a.csv"));
    cancelOpening(desk);
    expect(state().session).toEqual({ kind: "empty" });
  });

  it("drops the answer to a request that a newer one took over", async () => {
    void open(desk, typed("slow.csv"));
    void open(desk, typed("fast.csv"));
    await engine.opens[0]?.answer(ok({ ...table(1), name: "slow.csv" }));
    expect(state().session).toMatchObject({ kind: "opening", name: "fast.csv" });
    await engine.opens[1]?.answer(ok({ ...table(2), name: "fast.csv" }));
    expect(ready(state())).toMatchObject({ handle: 2, name: "fast.csv" });
  });

  it("does not let late progress of an older request speak for the newer one", () => {
    void open(desk, typed("slow.csv"));
    void open(desk, typed("fast.csv"));
    engine.opens[0]?.progress(900);
    expect(state().session).toMatchObject({ name: "fast.csv", progress: 0 });
  });

  it("keeps what is open when a file cannot be read, and says so in a notice", async () => {
    await openTable(1);
    void open(desk, typed("photo.png"));
    await engine.opens[1]?.answer(failed(new FormatError("photo.png is not a CSV file.").toFault()));
    expect(ready(state())?.handle).toBe(1);
    expect(state().reduction.kind).toBe("done");
    expect(state().notice).toEqual({ tone: "error", text: "photo.png is not a CSV file.", action: "open" });
  });

  it("says in the empty window why a file cannot be read", async () => {
    void open(desk, typed("photo.png"));
    await engine.opens[0]?.answer(failed(new FormatError("photo.png is not a CSV file.").toFault()));
    expect(state().session).toMatchObject({ kind: "failed", name: "photo.png", fault: { tag: "Format" } });
  });

  it("says why there is nothing to open when the outside asked in vain", async () => {
    await openRequested(desk, failed(new AccessError("gone.csv is not there any more.").toFault()));
    expect(state().session).toMatchObject({ kind: "failed", fault: { message: "gone.csv is not there any more." } });
  });

  it("does nothing when the dialog was closed", async () => {
    await openRequested(desk, ok(null));
    expect(engine.opens).toHaveLength(0);
  });

  it("takes an earlier notice away", async () => {
    await openTable(1);
    desk.store.setState({ notice: { tone: "error", text: "Old.", action: null } });
    void open(desk, typed("b.csv"));
    expect(state().notice).toBeNull();
  });
});
