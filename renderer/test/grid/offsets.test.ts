import { describe, expect, it } from "vitest";
import {
  clampOffset,
  columnOffsetShowing,
  columnsCovering,
  firstColumnBefore,
  rowOffsetShowing,
} from "../../src/features/grid/offsets.ts";
import { offsetAt, thumbLength, thumbStart } from "../../src/features/grid/thumb.ts";

const hundred = (): number => 100;

describe("an offset", () => {
  it("is a whole number that leaves the window filled", () => {
    expect([-5, 2.4, 2.6, 99].map((offset) => clampOffset(offset, 10))).toEqual([0, 2, 3, 10]);
  });

  it("moves no further than it takes to show a row", () => {
    expect([50, 59, 60, 49].map((row) => rowOffsetShowing(row, 50, 10))).toEqual([50, 50, 51, 49]);
  });

  it("moves no further than it takes to show a column whole", () => {
    expect([5, 7, 8, 2].map((column) => columnOffsetShowing(column, 5, 350, hundred))).toEqual([5, 5, 6, 2]);
  });

  it("shows a column that is wider than the room from its start", () => {
    expect(columnOffsetShowing(8, 5, 50, hundred)).toBe(8);
  });

  it("counts the columns that cover the room, the cut one too", () => {
    expect(columnsCovering(0, 10, 350, hundred)).toBe(4);
    expect(columnsCovering(8, 10, 350, hundred)).toBe(2);
  });

  it("finds where the last columns begin", () => {
    expect(firstColumnBefore(9, 350, hundred)).toBe(7);
    expect(firstColumnBefore(9, 350, (column) => column * 10)).toBe(5);
  });
});

describe("the thumb of a scroll bar", () => {
  it("reaches every row of a small array", () => {
    const last = 400;
    const bar = { track: 700, last, page: 30 };
    const reached = new Set<number>();
    for (let px = 0; px <= 700; px++) reached.add(offsetAt({ ...bar, offset: 0 }, px));
    expect(reached.size).toBe(last + 1);
  });

  it("reaches the first and the last row of any array exactly", () => {
    for (const last of [1, 999_975, 2 ** 31 - 26]) {
      const bar = { track: 617, offset: 0, last, page: 26 };
      expect(offsetAt(bar, 0)).toBe(0);
      expect(offsetAt(bar, bar.track - thumbLength(bar))).toBe(last);
      expect(offsetAt(bar, 5000)).toBe(last);
    }
  });

  it("stands where it was dragged to, within half a pixel", () => {
    const bar = { track: 617, offset: 0, last: 2 ** 31 - 26, page: 26 };
    for (const px of [1, 17, 300, 588]) {
      expect(thumbStart({ ...bar, offset: offsetAt(bar, px) })).toBeCloseTo(px, 3);
    }
  });

  it("is as long as the part in sight, but never too small to hold", () => {
    expect(thumbLength({ track: 600, offset: 0, last: 30, page: 30 })).toBe(300);
    expect(thumbLength({ track: 600, offset: 0, last: 2 ** 31, page: 30 })).toBe(28);
  });
});
