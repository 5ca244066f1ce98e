import type { TextBlob } from "@argscope/core/contract/selecting.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { hideColumn, moveColumnBy } from "../../src/state/arranging-columns.ts";
import { copySelection } from "../../src/state/copying.ts";
import type { Desk } from "../../src/state/desk.ts";
import { findNext, openFind, seek } from "../../src/state/finding.ts";
import { selectFrom, selectTo, selectWhole } from "../../src/state/selecting.ts";
import { selectionOperand } from "../../src/state/selection-operand.ts";
import { clearOrdering, filterBy, sortBy } from "../../src/state/sorting.ts";
import { summarise } from "../../src/state/statistics.ts";
import { liveDesk } from "../live-desk.ts";

let desk: Desk;
let clipboard: string;
const write = async (text: TextBlob): Promise<void> => {
  clipboard = await text.text();
};
const state = () => desk.store.getState();

function select(top: number, left: number, bottom: number, right: number): void {
  selectFrom(desk, { row: top, column: left }, "cells", "anew");
  selectTo(desk, { row: bottom, column: right });
}

beforeEach(async () => {
  desk = await liveDesk("name,a,b,c\nw,3,30,300\nx,1,10,100\ny,4,40,400\nz,2,20,200\n");
});

describe("what is selected of sorted and filtered rows", () => {
  beforeEach(() => sortBy(desk, { column: 0, descending: false }));

  it("is copied as it is shown", async () => {
    select(0, 0, 1, 1);
    await copySelection(desk, "tsv with headers", write);
    expect(clipboard).toBe("name\ta\tb\r\nx\t1\t10\r\nz\t2\t20\r\n");
  });

  it("is what the statistics are of", async () => {
    select(1, 0, 2, 0);
    await summarise(desk);
    expect(state().summary).toMatchObject({ statistics: { cells: 2, min: 2n, max: 3n } });
  });

  it("is no slice of the array, unless its rows happen to be neighbours there", () => {
    select(0, 0, 1, 1);
    expect(selectionOperand(desk, state())).toMatchObject({
      kind: "none",
      reason: expect.stringContaining("sorted or filtered"),
    });
    select(3, 0, 3, 1);
    expect(selectionOperand(desk, state())).toMatchObject({ kind: "operand", text: "a[2:3, 0:2]" });
  });

  it("ends where the rows that are shown end", async () => {
    await clearOrdering(desk);
    selectWhole(desk, "all");
    await filterBy(desk, 0, { column: 0, condition: { kind: "compare", operator: "<", value: "3" }, not: false });
    await summarise(desk);
    expect(state().summary).toMatchObject({ statistics: { cells: 6, sum: 333n } });
  });

  it("is searched in the order that is shown", async () => {
    openFind(desk);
    await seek(desk, { text: "> 19", matchCase: false });
    expect(state().finding).toMatchObject({ hit: { place: { row: 0, column: 2 } }, count: { found: 7 } });
    await findNext(desk, 1);
    expect(state().finding).toMatchObject({ hit: { place: { row: 1, column: 1 } } });
  });
});

describe("what is selected of moved and hidden columns", () => {
  it("is copied without those that are hidden, in the order that is shown", async () => {
    hideColumn(desk, 1);
    select(0, 0, 0, 1);
    expect(selectionOperand(desk, state())).toMatchObject({ kind: "none", reason: expect.stringContaining("columns") });
    await copySelection(desk, "tsv", write);
    expect(clipboard).toBe("3\t300\r\n");
    moveColumnBy(desk, 2, -1);
    await copySelection(desk, "tsv", write);
    expect(clipboard).toBe("300\t3\r\n");
  });
});
