import { failed, ok } from "@argscope/core/contract/result.ts";
import { CapacityError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../src/state/desk.ts";
import { open } from "../../src/state/opening.ts";
import { chooseOperand } from "../../src/state/operand.ts";
import { mapSlice, moveSlice, reduceSlice, swapRowsAndColumns } from "../../src/state/slicing.ts";
import { ready } from "../../src/state/state.ts";
import { fakeDesk } from "../fake-desk.ts";
import { type FakeEngine, opened, shared, typed } from "../fakes.ts";

let engine: FakeEngine;
let desk: Desk;

const cube = () => shared([3, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

beforeEach(async () => {
  ({ engine, desk } = await fakeDesk(cube()));
});

const state = () => desk.store.getState();
const last = () => engine.reductions.at(-1)?.takes;
const viewAsked = () => engine.asked.filter(({ call }) => call === "view").at(-1);

describe("choosing what is reduced", () => {
  it("takes a region of what is shown at once, and asks again", () => {
    void chooseOperand(desk, "a[1:, 0]");
    expect(last()).toMatchObject({ of: "a[1:, 0]", axis: 0 });
    expect(ready(state())).toMatchObject({ handle: 1, of: "a" });
  });

  it("keeps the axis only where the view has it", () => {
    void chooseOperand(desk, "a[0]", { axis: 2 });
    expect(last()).toMatchObject({ of: "a[0]", axis: 0 });
    void chooseOperand(desk, "a[0, 0]", { axis: 1 });
    expect(last()).toMatchObject({ of: "a[0, 0]", axis: null });
  });

  it("brings the slice into sight that the region lies in", () => {
    void chooseOperand(desk, "a[2]");
    expect(state().view.fixed).toEqual([2, 0, 0]);
    void chooseOperand(desk, "a[1:]");
    expect(state().view.fixed).toEqual([2, 0, 0]);
  });

  it("says why a text is no view, and changes nothing else", async () => {
    const before = state();
    await chooseOperand(desk, "a[7]");
    expect(state()).toEqual({
      ...before,
      notice: { tone: "error", text: expect.stringContaining("out of bounds"), action: null },
    });
  });

  it("has the worker open another view, and shows it with a handle of its own", async () => {
    void chooseOperand(desk, "a.T[0]");
    expect(viewAsked()?.takes).toMatchObject({ handle: 1, of: "a.T" });
    expect(ready(state())?.of).toBe("a");
    await viewAsked()?.answer(ok({ handle: 2, array: { ...cube(), shape: [2, 2, 3], strides: [1, 2, 4] }, nanCount: 0 }));
    expect(ready(state())).toMatchObject({ handle: 2, of: "a.T", shape: [2, 2, 3], root: { handle: 1 } });
    expect(last()).toMatchObject({ of: "a.T[0]" });
    expect(desk.shelf.held(2)?.array.item(1, 0, 2)).toBe(10);
    void chooseOperand(desk, "a");
    await new Promise((after) => setTimeout(after));
    expect(ready(state())).toMatchObject({ handle: 1, of: "a", root: null });
    expect(engine.freed).toEqual([2]);
  });

  it("leaves everything as it was where the view cannot be had", async () => {
    const { session, choice, view } = state();
    void chooseOperand(desk, "a.T");
    await viewAsked()?.answer(failed(new CapacityError("There is no room.", 2, 1).toFault()));
    expect(state()).toMatchObject({ session, choice, view, notice: { tone: "error", text: "There is no room." } });
  });

  it("gives a view back that comes when another file is open", async () => {
    void chooseOperand(desk, "a.T");
    void open(desk, typed("b"));
    await engine.opens[1]?.answer(ok(opened(5, shared([2, 2], [1, 2, 3, 4]))));
    await viewAsked()?.answer(ok({ handle: 2, array: cube(), nanCount: 0 }));
    expect(ready(state())).toMatchObject({ handle: 5, of: "a" });
    expect(engine.freed).toContain(2);
  });

  it("frees the file with its view when another is opened", async () => {
    void chooseOperand(desk, "a.T");
    await viewAsked()?.answer(ok({ handle: 2, array: cube(), nanCount: 0 }));
    void open(desk, typed("b"));
    await engine.opens[1]?.answer(ok(opened(5, shared([2, 2], [1, 2, 3, 4]))));
    expect(engine.freed).toEqual([1]);
    expect(desk.shelf.held(1)).toBeUndefined();
    expect(desk.shelf.held(2)).toBeUndefined();
  });
});

describe("the slice alone", () => {
  it("is what is reduced, wherever the slider goes, until all is again", () => {
    moveSlice(desk, 0, 1);
    expect(last()?.of).toBe("a");
    void reduceSlice(desk, true);
    expect(last()?.of).toBe("a[1, :, :]");
    moveSlice(desk, 0, 2);
    expect(last()?.of).toBe("a[2, :, :]");
    mapSlice(desk, { rowAxis: 0 });
    expect(last()?.of).toBe("a[:, 0, :]");
    void reduceSlice(desk, false);
    expect(last()?.of).toBe("a");
  });

  it("is asked of in the same step in which it comes into sight", () => {
    void reduceSlice(desk, true);
    const seen: string[] = [];
    desk.store.subscribe(({ view, choice }) => void seen.push(`${view.fixed[0]} ${choice.of}`));
    moveSlice(desk, 0, 2);
    expect(new Set(seen)).toEqual(new Set(["2 a[2, :, :]"]));
  });

  it("is not asked again where rows and columns change places", () => {
    void reduceSlice(desk, true);
    const { length } = engine.reductions;
    swapRowsAndColumns(desk);
    expect(state().view).toMatchObject({ rowAxis: 2, columnAxis: 1 });
    expect(engine.reductions).toHaveLength(length);
  });

  it("is not asked again where the slider does not move", () => {
    void reduceSlice(desk, true);
    const { length } = engine.reductions;
    moveSlice(desk, 0, 0);
    expect(engine.reductions).toHaveLength(length);
  });
});
