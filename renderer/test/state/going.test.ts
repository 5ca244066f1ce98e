import { describe, expect, it } from "vitest";
import type { Desk } from "../../src/state/desk.ts";
import { goTo } from "../../src/state/going.ts";
import { followFocus } from "../../src/state/selecting.ts";
import { liveDesk } from "../live-desk.ts";

const table = "name,a,b,c\nten,1,10,2\n7,3,5,6\nTen,10,8,9\n";

/** Goes there as the grid would follow it; the index that was gone to, or the problem. */
async function gone(desk: Desk, text: string): Promise<readonly number[] | string> {
  const follow = desk.store.subscribe((state, before) => {
    const { selection, view } = state;
    if (selection === before.selection || selection.kind !== "cell") return;
    const row = view.rowAxis === null ? 0 : (selection.index[view.rowAxis] ?? 0);
    followFocus(desk, { row, column: view.columnAxis === null ? 0 : (selection.index[view.columnAxis] ?? 0) });
  });
  const problem = await goTo(desk, text);
  follow();
  const { selection } = desk.store.getState();
  return problem ?? (selection.kind === "cell" ? selection.index : "nowhere");
}

describe("going to a place", () => {
  it("takes a row and a column as NumPy writes an index", async () => {
    const desk = await liveDesk(table);
    for (const text of ["2, 1", "2 1", "(2, 1)", "[2,1]", "a[2, 1]", "-1, -2", " 2;1 "])
      expect(await gone(desk, text)).toEqual([2, 1]);
  });

  it("keeps the column where only a row is given", async () => {
    const desk = await liveDesk(table);
    followFocus(desk, { row: 0, column: 2 });
    expect(await gone(desk, "1")).toEqual([1, 2]);
  });

  it("finds a row by its label", async () => {
    const desk = await liveDesk(table);
    expect(await gone(desk, "Ten")).toEqual([2, 0]);
    expect(await gone(desk, "TEN")).toEqual([0, 0]);
    expect(await gone(desk, "eleven")).toBe("No row is called “eleven”.");
  });

  it("says what is out of range, and what it needs", async () => {
    const desk = await liveDesk(table);
    expect(await gone(desk, "3")).toBe("Row 3 is out of range: there are 0 to 2.");
    expect(await gone(desk, "-4")).toBe("Row -4 is out of range: there are 0 to 2.");
    expect(await gone(desk, "0, 3")).toBe("Column 3 is out of range: there are 0 to 2.");
    expect(await gone(desk, "0, 1, 2")).toBe("Type a row and a column, such as 12, 3.");
    expect(await gone(desk, " ")).toBe("Type a row and a column, such as 12, 3.");
    expect(await gone(await liveDesk("[[1, 2]]"), "x")).toBe(
      "The rows of this array have no names. Type a row and a column, such as 12, 3.",
    );
  });

  it("takes one number in one dimension, and all or the shown two of more", async () => {
    expect(await gone(await liveDesk("[5, 6, 7]"), "2")).toEqual([2]);
    expect(await gone(await liveDesk("[5, 6, 7]"), "2, 0")).toBe("This array has one dimension: type one number.");
    const deep = await liveDesk("np.arange(24).reshape(2, 3, 4)");
    expect(await gone(deep, "1, 2, 3")).toEqual([1, 2, 3]);
    expect(await gone(deep, "0, 1")).toEqual([1, 0, 1]);
    expect(await gone(deep, "2, 0, 0")).toBe("Position 0 of the index, 2 is out of range: there are 0 to 1.");
    expect(await gone(deep, "0, 0, 0, 0")).toBe("Type a row and a column, or one number for each of the 3 dimensions.");
  });
});
