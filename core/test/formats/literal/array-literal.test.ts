import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Nested } from "../../../src/array/nested.ts";
import { FormatError, UnsupportedError, ValueError } from "../../../src/errors.ts";
import { floatScalar } from "../../../src/export/numpy-float.ts";
import { parseArrayLiteral } from "../../../src/formats/literal/array-literal.ts";

interface Case {
  readonly text: string;
  readonly dtype?: string;
  readonly shape?: readonly number[];
  readonly values?: readonly (string | boolean)[];
  readonly error?: string;
}

const fixture: { cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL("../../fixtures/literal/literal.json", import.meta.url), "utf8"),
);

function flat(nested: Nested): readonly Nested[] {
  return Array.isArray(nested) ? nested.flatMap(flat) : [nested];
}

describe("an array literal becomes the array that NumPy makes of it", () => {
  test.each(fixture.cases)("$text", (one) => {
    if (one.error !== undefined) {
      expect(() => parseArrayLiteral(one.text)).toThrow(new ValueError(one.error));
      return;
    }
    const a = parseArrayLiteral(one.text);
    const values = flat(a.toNested()).map((value) => {
      return typeof value === "number" ? floatScalar("float64", value) : typeof value === "bigint" ? String(value) : value;
    });
    expect(a.dtype).toBe(one.dtype);
    expect(a.shape).toEqual(one.shape);
    const readable = a.dtype.includes("int") ? values.map((value) => String(value).replace(".0", "")) : values;
    expect(readable).toEqual(one.values);
  });
});

describe("what is no literal is refused with its place", () => {
  test.each([
    ["", "a value", 1, 1],
    ["[1, 2", "the end of the text", 1, 6],
    ["[1 2]", '"," or "]"', 1, 4],
    ["[1,\n 2;3]", '";" is not part of a literal', 2, 3],
    ["[[1, 2],\n [3, x]]", '"x" is not a value', 2, 6],
    ["[1, 2] 3", "the end of the text", 1, 8],
    ["[,]", "a value", 1, 2],
    ["[1,,2]", "a value", 1, 4],
    ["(1, 2]", '"," or ")"', 1, 6],
    ["['a]", "does not end", 1, 2],
    ["['a\n']", "does not end", 1, 2],
    ["['\\xg1']", "hexadecimal", 1, 3],
    ["['\\U00110000']", "hexadecimal", 1, 3],
    ["[007]", "does not start with 0", 1, 2],
    ["[1.2.3]", "not a number", 1, 2],
    ["[12abc]", "not a number", 1, 2],
    ["[1_]", "not a number", 1, 2],
    ["[1L]", "not a number", 1, 2],
    ["[1j]", "Complex", 1, 2],
    ["[--1]", "before numbers only", 1, 2],
    ["[-'a']", "before numbers only", 1, 2],
    ["[1 + 2]", '"," or "]"', 1, 4],
    ["[abs(-1)]", '"abs" is not a value', 1, 2],
    ["np.zeros(3)", '"zeros" is not known', 1, 1],
    ["__import__('os')", "is not known", 1, 1],
    ["np.array([1], dtype=object)", '"object" is not taken', 1, 21],
    ["np.array([1], copy=True)", 'Only "dtype="', 1, 15],
    ["np.array [1]", '"("', 1, 10],
    ["[\0]", "is not part of a literal", 1, 2],
    ["[🙂]", '"🙂" is not part of a literal', 1, 2],
    ["[[".repeat(60), "nested more than 100 deep", 1, 102],
    [`[${"9".repeat(4301)}]`, "at most 4300 digits", 1, 2],
  ])("%j", (text, message, line, column) => {
    const refusal = () => parseArrayLiteral(text);
    expect(refusal).toThrow(FormatError);
    expect(refusal).toThrow(message);
    expect(refusal).toThrow(expect.objectContaining({ place: { line, column } }));
  });

  test.each(["[None, 1]", "[{}]", "[18446744073709551616]", "{1: 2}", "None"])("%s would be an array of objects", (text) => {
    expect(() => parseArrayLiteral(text)).toThrow(UnsupportedError);
  });

  test("lists 65 deep are refused in NumPy's words", () => {
    expect(() => parseArrayLiteral(`${"[".repeat(65)}1${"]".repeat(65)}`)).toThrow("maximum number of dimension of 64");
  });

  test("hostile lengths end in an answer or a refusal, never in an exhausted stack", () => {
    for (const piece of [" ", "1", "_", "a", "#", "\\", "'", "-", "(", "[", "{", "1,", "."]) {
      const text = piece.repeat(1_000_000);
      expect(() => parseArrayLiteral(text)).toThrow(FormatError);
    }
    expect(parseArrayLiteral(`[${"1,".repeat(300_000)}]`).shape).toEqual([300_000]);
  });
});
