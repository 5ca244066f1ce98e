import { beforeEach, describe, expect, it } from "vitest";
import { columnMeant } from "../../src/features/grid/widening.ts";
import { hideColumn, moveColumn } from "../../src/state/arranging-columns.ts";
import type { Desk } from "../../src/state/desk.ts";
import { followFocus, selectFrom } from "../../src/state/selecting.ts";
import { fakeDesk } from "../fake-desk.ts";
import { shared } from "../fakes.ts";

let desk: Desk;

beforeEach(async () => {
  ({ desk } = await fakeDesk(shared([2, 3], [1, 2, 3, 4, 5, 6])));
});

describe("the column whose width is meant", () => {
  it("is that of the menu, whatever has the focus; the labels beside the rows are none", () => {
    followFocus(desk, { row: 0, column: 0 });
    expect(columnMeant(desk, { area: "column", row: null, column: 2 })).toBe(2);
    expect(columnMeant(desk, { area: "column", row: null, column: -1 })).toBeNull();
    expect(columnMeant(desk, { area: "row", row: 0, column: null })).toBeNull();
  });

  it("is with keys that of the cell with the focus, as the columns are shown", () => {
    expect(columnMeant(desk, null)).toBeNull();
    followFocus(desk, { row: 1, column: 0 });
    expect(columnMeant(desk, null)).toBe(0);
    moveColumn(desk, 2, 0);
    expect(columnMeant(desk, null)).toBe(2);
    selectFrom(desk, { row: 0, column: 2 }, "columns", "anew");
    expect(columnMeant(desk, null)).toBe(1);
    hideColumn(desk, 0);
    expect(columnMeant(desk, null)).toBeNull();
  });
});
