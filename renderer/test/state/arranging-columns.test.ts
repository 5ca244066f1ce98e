import { beforeEach, describe, expect, it } from "vitest";
import { arrangedIn, columnsIn } from "../../src/state/arranging.ts";
import {
  formatColumn,
  freeze,
  hideColumn,
  moveColumn,
  moveColumnBy,
  NARROWEST_BY_HAND,
  resizeColumn,
  restoreColumns,
  showColumn,
} from "../../src/state/arranging-columns.ts";
import { formatOf } from "../../src/state/columns.ts";
import type { Desk } from "../../src/state/desk.ts";
import { mapSlice } from "../../src/state/slicing.ts";
import { fakeDesk } from "../fake-desk.ts";
import { shared } from "../fakes.ts";

let desk: Desk;

beforeEach(async () => {
  ({ desk } = await fakeDesk(
    shared(
      [2, 3, 4],
      Array.from({ length: 24 }, (_, k) => k),
    ),
  ));
});

const state = () => desk.store.getState();
const list = () => arrangedIn(desk, state()).columnList;

describe("columns", () => {
  it("are all shown in the array's order at first, at no cost", () => {
    expect(list()).toBeNull();
    expect(arrangedIn(desk, state()).columns).toBeNull();
  });

  it("can be hidden and shown again, but never all of them", () => {
    hideColumn(desk, 1);
    expect(list()).toEqual([0, 2, 3]);
    expect(arrangedIn(desk, state()).columns?.placeOf(1)).toBe(-1);
    for (const column of [0, 2, 3]) hideColumn(desk, column);
    expect(list()).toEqual([3]);
    showColumn(desk, 1);
    expect(list()).toEqual([1, 3]);
  });

  it("move to where another one is shown", () => {
    moveColumn(desk, 0, 2);
    expect(list()).toEqual([1, 2, 0, 3]);
    moveColumn(desk, 3, 1);
    expect(list()).toEqual([3, 1, 2, 0]);
  });

  it("move past hidden ones, and no further than the edge", () => {
    hideColumn(desk, 1);
    moveColumnBy(desk, 0, 1);
    expect(list()).toEqual([2, 0, 3]);
    moveColumnBy(desk, 2, -1);
    expect(list()).toEqual([2, 0, 3]);
  });

  it("have the same arrangement as long as nothing is moved", () => {
    hideColumn(desk, 1);
    const { columns } = arrangedIn(desk, state());
    resizeColumn(desk, 0, 90);
    expect(arrangedIn(desk, state()).columns).toBe(columns);
  });

  it("are never narrower than their edge can be taken hold of", () => {
    resizeColumn(desk, 2, 1);
    expect(columnsIn(state()).widths.get(2)).toBe(NARROWEST_BY_HAND);
  });

  it("have a number format for all, and of their own", () => {
    formatColumn(desk, 1, { kind: "fixed", digits: 2 });
    formatColumn(desk, null, { kind: "scientific", digits: 3 });
    expect(formatOf(columnsIn(state()), 1)).toEqual({ kind: "scientific", digits: 3 });
    formatColumn(desk, 1, { kind: "shortest", digits: 0 });
    expect([0, 1].map((column) => formatOf(columnsIn(state()), column).kind)).toEqual(["scientific", "shortest"]);
  });

  it("are remembered for each mapping while the file is open", () => {
    hideColumn(desk, 1);
    freeze(desk, { column: 1 });
    mapSlice(desk, { rowAxis: 2, columnAxis: 1 });
    expect(list()).toBeNull();
    mapSlice(desk, { rowAxis: 1, columnAxis: 2 });
    expect(list()).toEqual([0, 2, 3]);
    expect(columnsIn(state()).frozen).toEqual({ row: 0, column: 1 });
    restoreColumns(desk);
    expect(list()).toBeNull();
  });
});
