import type { Ordering } from "@argscope/core/contract/ordering.ts";
import { failed, ok } from "@argscope/core/contract/result.ts";
import { CancelledError, ValueError } from "@argscope/core/errors.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { arrangedIn, orderedIn } from "../../src/state/arranging.ts";
import type { Desk } from "../../src/state/desk.ts";
import { open } from "../../src/state/opening.ts";
import { mapSlice, moveSlice } from "../../src/state/slicing.ts";
import {
  clearOrdering,
  filterBy,
  orderingIn,
  sortBy,
  sortThenBy,
  stopSortingBy,
  watchSlices,
} from "../../src/state/sorting.ts";
import { showFrom } from "../../src/state/viewing.ts";
import { fakeDesk } from "../fake-desk.ts";
import { type FakeEngine, opened, shared, sharedIndices, typed } from "../fakes.ts";

let engine: FakeEngine;
let desk: Desk;

beforeEach(async () => {
  ({ engine, desk } = await fakeDesk(shared([2, 3, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])));
});

const state = () => desk.store.getState();
const orders = () => engine.asked.filter(({ call }) => call === "order");
const asked = (): Ordering | undefined => (orders().at(-1)?.takes as { ordering: Ordering } | undefined)?.ordering;
const up = (column: number) => ({ column, descending: false });

/** What the worker answers: rows 2 and 0 of three. */
const twoRows = ok({ rows: sharedIndices([2], [2, 0]), places: sharedIndices([3], [1, -1, 0]) });
const answer = (result: Parameters<FakeEngine["asked"][number]["answer"]>[0] = twoRows): Promise<void> =>
  orders().at(-1)?.answer(result) ?? Promise.resolve();

describe("sorting", () => {
  it("shows the rows in the order that the worker found, from the top", async () => {
    showFrom(desk, 1, 0);
    void sortBy(desk, up(1));
    expect(asked()).toEqual({ sort: [up(1)], filters: [] });
    expect(arrangedIn(desk, state()).rows).toBeNull();
    await answer();
    const { rows } = arrangedIn(desk, state());
    expect([rows?.count, rows?.at(0), rows?.at(1), rows?.placeOf(1)]).toEqual([2, 2, 0, -1]);
    expect(state().view.rowOffset).toBe(0);
    expect(orderedIn(state())).toMatchObject({ rows: 2, ordering: { sort: [up(1)] } });
  });

  it("by another column replaces the order; then by another adds to it, and each once", async () => {
    void sortBy(desk, up(1));
    await answer();
    void sortThenBy(desk, up(0));
    expect(asked()?.sort).toEqual([up(1), up(0)]);
    await answer();
    void sortThenBy(desk, { column: 1, descending: true });
    expect(asked()?.sort).toEqual([{ column: 1, descending: true }, up(0)]);
    await answer();
    void stopSortingBy(desk, 1);
    expect(asked()?.sort).toEqual([up(0)]);
    await answer();
    void sortBy(desk, up(1));
    expect(asked()?.sort).toEqual([up(1)]);
  });

  it("keeps the rows as they are shown until the new order is there, and when it is cancelled", async () => {
    void sortBy(desk, up(1));
    await answer();
    const before = arrangedIn(desk, state()).rows;
    void sortBy(desk, up(0));
    expect(arrangedIn(desk, state()).rows).toBe(before);
    expect(orderingIn(state()).sort).toEqual([up(0)]);
    await answer(failed(new CancelledError().toFault()));
    expect(arrangedIn(desk, state()).rows).toBe(before);
    expect(orderingIn(state()).sort).toEqual([up(1)]);
    expect(state().notice).toBeNull();
  });

  it("says why where it cannot be had", async () => {
    void sortBy(desk, up(0));
    await answer(failed(new ValueError("There is too little memory.").toFault()));
    expect(state().notice).toMatchObject({ tone: "error", text: "There is too little memory." });
    expect(orderedIn(state())).toBeNull();
  });

  it("drops an answer that something newer was asked after", async () => {
    void sortBy(desk, up(0));
    const older = orders().at(-1);
    void sortBy(desk, up(1));
    await older?.answer(twoRows);
    expect(orderedIn(state())).toBeNull();
    await answer();
    expect(orderedIn(state())?.ordering.sort).toEqual([up(1)]);
  });
});

describe("filtering", () => {
  const atLeast = { column: 0, condition: { kind: "compare", operator: ">=", value: "3" }, not: false } as const;

  it("has one filter a column, and keeps the order", async () => {
    void sortBy(desk, up(1));
    await answer();
    void filterBy(desk, 0, atLeast);
    await answer();
    void filterBy(desk, 0, { ...atLeast, not: true });
    expect(asked()).toEqual({ sort: [up(1)], filters: [{ ...atLeast, not: true }] });
    await answer();
    void clearOrdering(desk);
    expect(asked()).toEqual({ sort: [], filters: [] });
    await answer(ok(null));
    expect(arrangedIn(desk, state()).rows).toBeNull();
    expect(state().ordering).toEqual({ kind: "none" });
  });

  it("tells who asked why it is refused, and changes nothing", async () => {
    const refusal = filterBy(desk, 0, atLeast);
    await answer(failed(new ValueError('"x" is not a number.').toFault()));
    expect(await refusal).toBe('"x" is not a number.');
    expect(state().notice).toBeNull();
    expect(orderedIn(state())).toBeNull();
  });
});

describe("an order", () => {
  it("is made anew for another slice, whose numbers are others", async () => {
    const stop = watchSlices(desk);
    void sortBy(desk, up(1));
    await answer();
    expect(orders()).toHaveLength(1);
    moveSlice(desk, 0, 1);
    expect(orders()).toHaveLength(2);
    expect(orders()[1]?.takes).toMatchObject({ plane: { cells: { offset: 6 } } });
    await answer();
    expect(orders()).toHaveLength(2);
    stop();
  });

  it("does not outlive the mapping that it was made for", async () => {
    void sortBy(desk, up(1));
    await answer();
    mapSlice(desk, { rowAxis: 0, columnAxis: 1 });
    expect(arrangedIn(desk, state()).rows).toBeNull();
  });

  it("goes with the file", async () => {
    void sortBy(desk, up(1));
    await answer();
    const serial = orderedIn(state())?.serial ?? -1;
    void open(desk, typed("b"));
    await engine.opens[1]?.answer(ok(opened(2, shared([2, 2], [1, 2, 3, 4]))));
    expect(state().ordering).toEqual({ kind: "none" });
    expect(desk.shelf.order(serial)).toBeUndefined();
  });
});
