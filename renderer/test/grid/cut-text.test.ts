import { describe, expect, it } from "vitest";
import { titleOfCut } from "../../src/features/grid/cut-text.ts";

describe("the title of a text that may be cut", () => {
  it("is the whole text, where it cannot fit its cell", () => {
    const name = "a name that is longer than its column";
    expect(titleOfCut(name, 100)).toBe(name);
    expect(titleOfCut("東京都千代田区永田町", 120)).toBe("東京都千代田区永田町");
  });

  it("is none where it surely fits", () => {
    expect(titleOfCut("Oslo", 64)).toBe("");
    expect(titleOfCut("", 0)).toBe("");
  });
});
