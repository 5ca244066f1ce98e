import { NdArray } from "@argscope/core/array/ndarray.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { CellTexts } from "../../src/state/cell-texts.ts";

/** A block of so many rows and columns; its texts name row and column. */
const rows = 2000;
const columns = 100;
const data = new Float64Array(new SharedArrayBuffer(8 * rows * columns));
const array = new NdArray("float64", [rows, columns], [columns, 1], 0, data);

let asked: { rows: readonly number[]; first: number; count: number }[];
let isGone: boolean;
let texts: CellTexts;
let arrivals: number;

beforeEach(() => {
  asked = [];
  isGone = false;
  arrivals = 0;
  texts = new CellTexts(array, ".", async (wanted, first, count) => {
    asked.push({ rows: wanted, first, count });
    return isGone ? null : wanted.map((row) => Array.from({ length: count }, (_, k) => `${row}/${first + k}`));
  });
  texts.onArrival = () => {
    arrivals++;
  };
});

const at = (row: number, column: number): string | null => texts.at(row * columns + column);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe("the text of cells", () => {
  it("is not there at the first look, comes, and is told", async () => {
    expect(at(3, 5)).toBeNull();
    await settled();
    expect(arrivals).toBe(1);
    expect(at(3, 5)).toBe("3/5");
  });

  it("is asked for once for a whole screen, with the rows beside it", async () => {
    for (let row = 500; row < 530; row++) for (let column = 0; column < 20; column++) at(row, column);
    await settled();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ first: 0, count: 64 });
    expect([asked[0]?.rows[0], asked[0]?.rows.at(-1)]).toEqual([436, 593]);
    expect(at(560, 7)).toBe("560/7");
    await settled();
    expect(asked).toHaveLength(1);
  });

  it("is asked for by spans of columns, the last one shorter", async () => {
    at(0, 10);
    at(0, 99);
    await settled();
    expect(asked.map(({ first, count }) => [first, count])).toEqual([
      [0, 64],
      [64, 36],
    ]);
    expect(at(0, 99)).toBe("0/99");
  });

  it("of rows far apart, as sorted rows are, is asked for without what lies between", async () => {
    for (const row of [1900, 3, 700]) at(row, 0);
    await settled();
    expect(asked[0]?.rows).toEqual([3, 700, 1900]);
  });

  it("of a cell alone, as a winner is, is asked for without the rows beside it", async () => {
    at(700, 3);
    at(1200, 99);
    await settled();
    expect(asked.map((each) => each.rows)).toEqual([[700], [1200]]);
  });

  it("of the next row of a window that moves on is asked for with those that come next", async () => {
    for (let row = 500; row < 530; row++) at(row, 0);
    await settled();
    at(594, 0);
    await settled();
    expect(asked[1]?.rows).toEqual(Array.from({ length: 65 }, (_, k) => 594 + k));
  });

  it("is there at once where it was brought before", async () => {
    await texts.load(50);
    expect(at(49, 63)).toBe("49/63");
    expect(asked).toHaveLength(1);
  });

  it("is the same cell's in a view of the block, whatever its strides", async () => {
    await texts.load(4);
    const transposed = new NdArray("float64", [columns, rows], [1, columns], 0, data);
    expect(texts.isOf(transposed)).toBe(true);
    expect(texts.at(2 * columns + 1)).toBe("2/1");
    expect(texts.isOf(new NdArray("float64", [2], [1], 0, new Float64Array(2)))).toBe(false);
  });

  it("is kept in bounds: what was seen long ago is asked for again", async () => {
    await texts.load(1);
    for (let start = 0; start < rows; start += 400) {
      for (let column = 0; column < columns; column += 50) for (let row = start; row < start + 400; row++) at(row, column);
      await settled();
    }
    const before = asked.length;
    at(0, 0);
    await settled();
    expect(before).toBeGreaterThan(5);
    expect(asked.length - before).toBeLessThanOrEqual(1);
  });

  it("is not asked for any more once the file cannot be read", async () => {
    isGone = true;
    at(0, 0);
    await settled();
    at(900, 0);
    await settled();
    expect(asked).toHaveLength(1);
    expect(at(0, 0)).toBeNull();
  });
});
