import { describe, expect, it } from "vitest";
import { followingKey, showing, within } from "../../src/features/grid/destination.ts";

/** 10 rows and 3 columns of 100 px in sight, from row 50 and column 5 on; the last window begins at row 90 and column 17. */
const standing = {
  offsets: { row: 50, column: 5 },
  last: { row: 90, column: 17 },
  page: { row: 10, column: 3 },
  movingWidth: 300,
  frozen: { row: 0, column: 0 },
  widthAt: () => 100,
};
const extent = { shownRows: 100, shownColumns: 20 };
const key = (row: number, column: number, name: string) => followingKey(standing, { row, column }, name, extent);

describe("where the window stands next", () => {
  it("is never before the start nor behind the last rows and columns, and what is not asked for stays", () => {
    expect(within(standing, { row: 95 })).toEqual({ row: 90, column: 5 });
    expect(within(standing, { column: -3 })).toEqual({ row: 50, column: 0 });
  });

  it("shows a place: nearby moved no further than needed, from afar with rows on both sides", () => {
    expect(showing(standing, { row: 62, column: 8 })).toEqual({ row: 53, column: 6 });
    expect(showing(standing, { row: 10, column: null })).toEqual({ row: 5, column: 5 });
    expect(showing(standing, { row: null, column: 2 })).toEqual({ row: 50, column: 2 });
  });

  it("follows an arrow by as much as it takes", () => {
    expect(key(60, 5, "ArrowDown")).toEqual({ row: 51, column: 5 });
    expect(key(55, 4, "ArrowLeft")).toEqual({ row: 50, column: 4 });
    expect(key(55, 6, "ArrowRight")).toEqual({ row: 50, column: 5 });
  });

  it("goes a page with the page, so that the focus stays where it is on the screen", () => {
    expect(key(65, 5, "PageDown")).toEqual({ row: 60, column: 5 });
    expect(key(45, 5, "PageUp")).toEqual({ row: 40, column: 5 });
    expect(key(99, 5, "PageDown")).toEqual({ row: 90, column: 5 });
  });

  it("stays for the answer's row and column and for what stands beside the rows, which are always in sight", () => {
    expect(key(100, 5, "ArrowDown")).toEqual({ row: 50, column: 5 });
    expect(key(55, 20, "ArrowRight")).toEqual({ row: 50, column: 5 });
    expect(key(55, -1, "ArrowLeft")).toEqual({ row: 50, column: 5 });
  });
});
