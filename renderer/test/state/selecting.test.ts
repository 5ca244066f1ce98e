import type { CellRange } from "@argscope/core/contract/selecting.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../src/state/desk.ts";
import {
  followFocus,
  goToEdge,
  goToPlace,
  goToRow,
  selectFrom,
  selectTo,
  selectWhole,
  settling,
} from "../../src/state/selecting.ts";
import { liveDesk } from "../live-desk.ts";

let desk: Desk;
const selected = () => desk.store.getState().selected;

function ranges(): readonly string[] {
  const now = selected();
  return now.kind === "none" ? [] : now.ranges.map(text);
}

const text = ({ top, left, bottom, right }: CellRange): string => `${top}:${bottom}, ${left}:${right}`;
const at = (row: number, column: number) => ({ row, column });

beforeEach(async () => {
  desk = await liveDesk("name,a,b,c\nx,1,2,3\ny,,5,6\nz,7,8,9\nw,10,11,12\n");
});

describe("selecting", () => {
  it("spans from where it began to where it is drawn, in any direction", () => {
    selectFrom(desk, at(2, 1), "cells", "anew");
    expect(ranges()).toEqual(["2:3, 1:2"]);
    selectTo(desk, at(1, 2));
    expect(ranges()).toEqual(["1:3, 1:3"]);
    selectTo(desk, at(3, 0));
    expect(ranges()).toEqual(["2:4, 0:2"]);
  });

  it("adds ranges with Ctrl, and grows the last one with Shift", () => {
    selectFrom(desk, at(0, 0), "cells", "anew");
    selectFrom(desk, at(2, 2), "cells", "more");
    selectFrom(desk, at(3, 1), "cells", "to here");
    expect(ranges()).toEqual(["0:1, 0:1", "2:4, 1:3"]);
    selectFrom(desk, at(1, 1), "cells", "anew");
    expect(ranges()).toEqual(["1:2, 1:2"]);
  });

  it("takes whole rows and columns where it began on their numbers", () => {
    selectFrom(desk, at(1, 0), "rows", "anew");
    selectTo(desk, at(2, 2));
    expect(ranges()).toEqual(["1:3, 0:3"]);
    selectFrom(desk, at(0, 1), "columns", "more");
    expect(ranges()).toEqual(["1:3, 0:3", "0:4, 1:2"]);
    selectWhole(desk, "all");
    expect(ranges()).toEqual(["0:4, 0:3"]);
  });

  it("widens what is selected to its rows or columns", () => {
    selectFrom(desk, at(1, 1), "cells", "anew");
    selectTo(desk, at(2, 2));
    selectWhole(desk, "columns");
    expect(ranges()).toEqual(["0:4, 1:3"]);
    selectFrom(desk, at(1, 1), "cells", "anew");
    selectWhole(desk, "rows");
    expect(ranges()).toEqual(["1:2, 0:3"]);
  });

  it("is the cell that the focus is on, and nothing beside the array's cells", () => {
    followFocus(desk, at(2, 0));
    expect(ranges()).toEqual(["2:3, 0:1"]);
    for (const beside of [at(2, -1), at(2, -2), at(4, 0), at(0, 3)]) {
      followFocus(desk, beside);
      expect(selected().kind).toBe("none");
    }
  });

  it("brings into sight what was gone to, not what was pressed", () => {
    goToPlace(desk, at(3, 2));
    expect(selected()).toMatchObject({ anchor: at(3, 2), reveal: "anchor" });
    goToRow(desk, 2);
    expect(selected()).toMatchObject({ unit: "rows", reveal: "anchor" });
    expect(ranges()).toEqual(["2:3, 0:3"]);
    selectFrom(desk, at(0, 0), "cells", "anew");
    expect(selected()).toMatchObject({ reveal: "nothing" });
  });

  it("follows Ctrl and the arrows to the edge of the data", async () => {
    selectFrom(desk, at(0, 0), "cells", "anew");
    await goToEdge(desk, "down", false);
    expect(ranges()).toEqual(["2:3, 0:1"]);
    await goToEdge(desk, "right", true);
    expect(ranges()).toEqual(["2:3, 0:3"]);
  });

  it("follows such keys one after the other, however fast they come", async () => {
    selectFrom(desk, at(0, 0), "cells", "anew");
    void goToEdge(desk, "right", false);
    void goToEdge(desk, "down", true);
    await settling(desk);
    expect(ranges()).toEqual(["0:4, 2:3"]);
  });

  it("selects nothing where nothing is open", async () => {
    desk = await liveDesk("np.nothing(");
    selectWhole(desk, "all");
    expect(selected().kind).toBe("none");
  });
});
