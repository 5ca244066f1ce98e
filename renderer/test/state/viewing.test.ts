import { ok } from "@argscope/core/contract/result.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { createDesk, type Desk } from "../../src/state/desk.ts";
import { open } from "../../src/state/opening.ts";
import { mapSlice, moveSlice, swapRowsAndColumns } from "../../src/state/slicing.ts";
import { jump, showFrom } from "../../src/state/viewing.ts";
import { FakeEngine, FakeHost, opened, shared, typed } from "../fakes.ts";

let desk: Desk;

beforeEach(async () => {
  const engine = new FakeEngine();
  desk = createDesk(engine, new FakeHost());
  void open(desk, typed("a"));
  await engine.opens[0]?.answer(ok(opened(1, shared([3, 2, 1], [1, 2, 3, 4, 5, 6]))));
});

const state = () => desk.store.getState();

describe("the slice in sight", () => {
  it("moves along a dimension", () => {
    moveSlice(desk, 0, 2);
    expect(state().view.fixed).toEqual([2, 0, 0]);
  });

  it("does not leave the dimension", () => {
    for (const position of [3, -1, 0.5, Number.NaN]) moveSlice(desk, 0, position);
    expect(state().view.fixed).toEqual([0, 0, 0]);
  });

  it("is the one that a cell lies in when it is jumped to", () => {
    jump(desk, [1, 1, 0]);
    expect(state().view.fixed).toEqual([1, 0, 0]);
    expect(state().selection).toMatchObject({ kind: "cell", index: [1, 1, 0] });
  });

  it("makes every jump a new one, also to the same cell", () => {
    jump(desk, [1, 1, 0]);
    const first = state().selection;
    jump(desk, [1, 1, 0]);
    expect(state().selection).not.toEqual(first);
  });
});

describe("the window over the slice", () => {
  it("begins at the first row and column", () => {
    expect(state().view).toMatchObject({ rowOffset: 0, columnOffset: 0 });
  });

  it("moves without changing the slice, and a move to where it stands is none", () => {
    moveSlice(desk, 0, 2);
    showFrom(desk, 1, 0);
    expect(state().view).toMatchObject({ fixed: [2, 0, 0], rowOffset: 1, columnOffset: 0 });
    const { view } = state();
    showFrom(desk, 1, 0);
    expect(state().view).toBe(view);
  });
});

describe("the mapping of dimensions", () => {
  it("begins with the last two", () => {
    expect(state().view).toMatchObject({ rowAxis: 1, columnAxis: 2, fixed: [0, 0, 0] });
  });

  it("gives any two dimensions to rows and columns", () => {
    moveSlice(desk, 0, 2);
    mapSlice(desk, { rowAxis: 0 });
    expect(state().view).toMatchObject({ rowAxis: 0, columnAxis: 2, fixed: [0, 0, 0] });
    moveSlice(desk, 1, 1);
    expect(state().view.fixed).toEqual([0, 1, 0]);
  });

  it("lets rows and columns change places where one is given the other's dimension", () => {
    mapSlice(desk, { rowAxis: 2 });
    expect(state().view).toMatchObject({ rowAxis: 2, columnAxis: 1 });
    mapSlice(desk, { columnAxis: 2 });
    expect(state().view).toMatchObject({ rowAxis: 1, columnAxis: 2 });
    swapRowsAndColumns(desk);
    expect(state().view).toMatchObject({ rowAxis: 2, columnAxis: 1 });
  });

  it("keeps the other dimensions where they stand", () => {
    moveSlice(desk, 0, 2);
    swapRowsAndColumns(desk);
    expect(state().view.fixed).toEqual([2, 0, 0]);
  });

  it("shows the slice of a cell that is jumped to, whatever the mapping", () => {
    mapSlice(desk, { rowAxis: 0 });
    jump(desk, [2, 1, 0]);
    expect(state().view.fixed).toEqual([0, 1, 0]);
  });

  it("does not slice along a dimension that is shown", () => {
    moveSlice(desk, 2, 0);
    moveSlice(desk, 1, 1);
    expect(state().view.fixed).toEqual([0, 0, 0]);
  });
});
