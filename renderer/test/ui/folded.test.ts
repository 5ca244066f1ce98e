import { describe, expect, it } from "vitest";
import { folded } from "../../src/ui/passages/folded.ts";

const about = (count: number): string[] => Array.from({ length: count }, (_, k) => `Column "c${k}" is text.`);
const plain = (texts: readonly string[]) => texts.map((text) => ({ kind: "sentence", text }));

describe("a receipt", () => {
  it("is shown whole where it speaks of few columns", () => {
    const receipt = ["2 rows.", ...about(5), "The delimiter is comma."];
    expect(folded(receipt)).toEqual(plain(receipt));
  });

  it("folds all but the first four sentences about single columns, and keeps the rest in sight", () => {
    const [a, b, c, d, ...more] = about(60);
    expect(folded(["2 rows.", ...about(60), "The delimiter is comma."])).toEqual([
      ...plain(["2 rows.", a, b, c, d] as string[]),
      { kind: "more", texts: more },
      ...plain(["The delimiter is comma."]),
    ]);
  });
});
