import { describe, expect, it } from "vitest";
import { numberColumn, skipColumn, textColumn } from "../../../src/formats/csv/scanner.ts";
import { skipTarget, slotOf, targetsOf } from "../../../src/formats/csv/targets.ts";
import { seeded } from "./seeded.ts";

describe("what the kernel is told of each column", () => {
  it("is its place among those of its kind: numbers eightfold and whole at first, text below zero", () => {
    const kinds = Uint8Array.of(textColumn, numberColumn, skipColumn, numberColumn, textColumn, numberColumn);
    expect([...targetsOf(kinds)]).toEqual([~0, 1, skipTarget, 9, ~1, 17]);
    expect([1, 3, 5].map((column) => slotOf(targetsOf(kinds), column))).toEqual([0, 1, 2]);
  });

  it.each([0, 1, 7, 100_000])("is told of each of %i columns", (count) => {
    const random = seeded(count);
    const kinds = Uint8Array.from({ length: count }, () => Math.floor(3 * random()));
    const placeAmong = (kind: number): number[] => {
      let place = 0;
      return Array.from(kinds, (own) => (own === kind ? place++ : place));
    };
    const numbers = placeAmong(numberColumn);
    const texts = placeAmong(textColumn);
    const expected = Array.from(kinds, (kind, k) => {
      if (kind === skipColumn) return skipTarget;
      return kind === textColumn ? ~(texts[k] as number) : 8 * (numbers[k] as number) + 1;
    });
    expect([...targetsOf(kinds)]).toEqual(expected);
  });
});
