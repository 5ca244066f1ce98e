import { ok } from "@argscope/core/contract/result.ts";
import { InternalError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { createDesk, type Desk } from "../../src/state/desk.ts";
import { restart, watchEngine } from "../../src/state/failing.ts";
import { open } from "../../src/state/opening.ts";
import { initial, ready } from "../../src/state/state.ts";
import { FakeEngine, FakeHost, opened, shared, typed } from "../fakes.ts";

let engine: FakeEngine;
let desk: Desk;

beforeEach(() => {
  engine = new FakeEngine();
  desk = createDesk(engine, new FakeHost());
  watchEngine(desk);
});

const state = () => desk.store.getState();

describe("an engine that stops", () => {
  it("is told to the person, with one thing to do", () => {
    engine.crash(new InternalError("The array engine stopped: out of memory.").toFault());
    expect(state().notice).toEqual({
      tone: "error",
      text: "The array engine stopped: out of memory.",
      action: "restart",
    });
    expect(state().engine).toBe("stopped");
  });

  it("ends an opening: the window is as it was before", () => {
    void open(desk, typed("a.csv"));
    engine.crash(new InternalError("Stopped.").toFault());
    expect(state().session).toEqual({ kind: "empty" });
  });

  it("leaves the array in sight: its bytes are the page's too", async () => {
    void open(desk, typed("a.csv"));
    await engine.opens[0]?.answer(ok(opened(1, shared([1, 1], [5]))));
    engine.crash(new InternalError("Stopped.").toFault());
    expect(ready(state())?.handle).toBe(1);
  });

  it("starts again with an empty window", async () => {
    void open(desk, typed("a.csv"));
    await engine.opens[0]?.answer(ok(opened(1, shared([1, 1], [5]))));
    engine.crash(new InternalError("Stopped.").toFault());
    restart(desk);
    expect(engine.restarts).toBe(1);
    expect(state()).toEqual(initial);
    expect(desk.shelf.held(1)).toBeUndefined();
  });
});
