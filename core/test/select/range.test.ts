import { describe, expect, test } from "vitest";
import type { CellRange } from "../../src/contract/selecting.ts";
import { disjoint, piecesOf, rangeHas, rangeSize } from "../../src/select/range.ts";

const range = (top: number, left: number, bottom: number, right: number): CellRange => ({ top, left, bottom, right });

/** How often each cell of a small sheet lies in a range. */
function counted(ranges: readonly CellRange[]): number[] {
  return Array.from({ length: 144 }, (_, k) => ranges.filter((each) => rangeHas(each, Math.floor(k / 12), k % 12)).length);
}

describe("ranges", () => {
  test("a cell that several ranges hold is counted once", () => {
    let seed = 3;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed % below;
    };
    for (let round = 0; round < 300; round++) {
      const ranges = Array.from({ length: 1 + random(6) }, () => {
        const [top, left] = [random(11), random(11)];
        return range(top, left, top + random(12 - top), left + random(12 - left));
      });
      const apart = disjoint(ranges);
      expect(counted(apart)).toEqual(counted(ranges).map((count) => Math.min(count, 1)));
      expect(apart.every((each) => rangeSize(each) > 0)).toBe(true);
    }
  });

  test("the pieces of a range hold each of its cells once, and no more than was asked for", () => {
    for (const [whole, cells] of [
      [range(0, 0, 12, 12), 30],
      [range(2, 3, 9, 12), 4],
      [range(5, 5, 6, 12), 1],
      [range(3, 3, 3, 9), 10],
    ] as const) {
      const pieces = [...piecesOf(whole, cells)];
      expect(counted(pieces)).toEqual(counted([whole]));
      expect(pieces.every((piece) => rangeSize(piece) <= cells)).toBe(true);
    }
  });
});
