import { describe, expect, it } from "vitest";
import { hasLines, isFileText } from "../../src/features/open/typed.ts";

describe("a typed line", () => {
  it.each(["1, 2, 3", "7", "a;b;1", '[{"a": 1}]', '{"a": [1, 2]}'])("is data as a file holds it: %s", (text) => {
    expect(isFileText(text)).toBe(true);
  });

  it.each(["[1, 2]", "hello", "np.arange(12).reshape(3, 4)", "x = np.zeros(3)", "np.argmin(["])(
    "is an array or an expression: %s",
    (text) => {
      expect(isFileText(text)).toBe(false);
    },
  );

  it("has several lines where more than one holds something", () => {
    expect(hasLines("1,2\n3,4\n")).toBe(true);
    expect(hasLines("1,2\r3,4")).toBe(true);
    expect(hasLines("[1, 2]\n")).toBe(false);
  });
});
