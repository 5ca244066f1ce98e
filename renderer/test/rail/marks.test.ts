import type { Rail } from "@argscope/core/contract/winners.ts";
import { describe, expect, it } from "vitest";
import { bucketAt, bucketOf, filledNear, isFull, pathOf, sentenceOf } from "../../src/features/rail/marks.ts";

function rail(length: number, winners: readonly number[], ties = winners.map(() => 0)): Rail {
  const none = new Float64Array(winners.length).fill(-1);
  return { length, winners: Uint32Array.from(winners), ties: Uint32Array.from(ties), rows: none, columns: none };
}

describe("a rail", () => {
  it("draws a mark for every bucket that holds something, ties half as wide", () => {
    const two = rail(4, [1, 0, 0, 2], [0, 3, 0, 0]);
    expect(pathOf(two, "winners", true)).toBe("M0 0h10v250h-10zM0 750h10v250h-10z");
    expect(pathOf(two, "ties", true)).toBe("M0 250h5v250h-5z");
    expect(pathOf(two, "ties", false)).toBe("M250 0h250v5h-250z");
  });

  it("draws no mark too small to be seen, nor beyond its end", () => {
    const many = rail(1000, [...Array(999).fill(0), 1]);
    expect(pathOf(many, "winners", true)).toBe("M0 996h10v4h-10z");
  });

  it("knows which places a bucket stands for", () => {
    const seven = rail(7, [0, 1, 0]);
    expect([0, 1, 2].map((bucket) => bucketOf(seven, bucket)).map(({ first, last }) => [first, last])).toEqual([
      [0, 2],
      [3, 4],
      [5, 6],
    ]);
    // The same rule as the worker's: a place p lies in bucket floor(p * buckets / length).
    for (let place = 0; place < 7; place++) {
      const { first, last } = bucketOf(seven, Math.floor((place * 3) / 7));
      expect(place >= first && place <= last).toBe(true);
    }
  });

  it("takes a press near a mark for the mark, and one far from all for none", () => {
    const one = rail(100, [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(filledNear(one, bucketAt(one, 0.45), 2)).toBe(3);
    expect(filledNear(one, bucketAt(one, 0.95), 2)).toBeNull();
    expect(bucketAt(one, 1)).toBe(9);
  });

  it("says in words what it shows", () => {
    expect(sentenceOf(rail(10, [0, 1, 0, 2, 0], [0, 1, 0, 0, 0]), "rows")).toBe(
      "3 winners and 1 tie between rows 2 and 7 of those shown.",
    );
    expect(sentenceOf(rail(3, [0, 1, 0]), "columns")).toBe("1 winner at column 1 of those shown.");
    expect(sentenceOf(rail(3, [0, 0, 0]), "rows")).toBe("None of the rows shown holds a winner.");
  });

  it("is full where every place has a winner", () => {
    expect([isFull(rail(2, [1, 1])), isFull(rail(2, [1, 0]))]).toEqual([true, false]);
  });
});
