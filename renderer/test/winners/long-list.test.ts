import { describe, expect, it } from "vitest";
import { lastTop, rowAfter, rowsIn, scrollHeight, scrollOf, topOf, topShowing } from "../../src/features/winners/long-list.ts";

const height = 240;
const short = { count: 1000, rowHeight: 24 };
const long = { count: 2 ** 31, rowHeight: 24 };

describe("a list of any length", () => {
  it("scrolls as it is while a browser can draw it", () => {
    expect(scrollHeight(short)).toBe(24_000);
    expect(topOf(short, 480, height)).toBe(480);
    expect(scrollOf(short, { top: 480, height })).toBe(480);
  });

  it("is squeezed beyond that, and both of its ends are reached exactly", () => {
    const most = scrollHeight(long) - height;
    expect(most).toBeLessThan(2 ** 25);
    expect(topOf(long, 0, height)).toBe(0);
    expect(topOf(long, most, height)).toBe(lastTop(long, height));
    expect(rowsIn(long, { top: lastTop(long, height), height }).end).toBe(2 ** 31);
    const middle = { top: topOf(long, most / 2, height), height };
    expect(scrollOf(long, middle)).toBeCloseTo(most / 2, 3);
  });

  it("holds the rows in sight and a few to spare", () => {
    expect(rowsIn(short, { top: 100 * 24, height })).toEqual({ first: 96, end: 114 });
    expect(rowsIn(short, { top: 0, height })).toEqual({ first: 0, end: 14 });
    expect(rowsIn({ count: 3, rowHeight: 24 }, { top: 0, height })).toEqual({ first: 0, end: 3 });
  });

  it("moves no further than it takes to show a row", () => {
    const sight = { top: 240, height };
    expect(topShowing(short, 12, sight)).toBe(240);
    expect(topShowing(short, 9, sight)).toBe(216);
    expect(topShowing(short, 20, sight)).toBe(264);
  });

  it("is walked by keys, and ends at its ends", () => {
    const to = (key: string, row: number): number | null => rowAfter(key, row, short, { top: 0, height });
    expect([to("ArrowUp", 0), to("ArrowDown", 4), to("PageDown", 4), to("PageUp", 4)]).toEqual([0, 5, 13, 0]);
    expect([to("Home", 9), to("End", 9), to("ArrowDown", 999), to("x", 9)]).toEqual([0, 999, 999, null]);
  });
});
