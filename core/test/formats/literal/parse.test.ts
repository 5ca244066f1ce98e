import { describe, expect, test } from "vitest";
import type { Literal } from "../../../src/formats/literal/literal.ts";
import { parseLiteral } from "../../../src/formats/literal/parse.ts";
import { Tokens } from "../../../src/formats/literal/tokens.ts";

function parse(text: string, longSuffix = true): Literal {
  const tokens = new Tokens(text, { maxLength: 100, maxDepth: 8, longSuffix, place: (byte) => ({ byte }) });
  return parseLiteral(tokens);
}

function plain(literal: Literal): unknown {
  switch (literal.kind) {
    case "none":
      return null;
    case "list":
    case "tuple":
      return { [literal.kind]: literal.items.map(plain) };
    case "dict":
      return new Map(literal.entries.map(([key, value]) => [plain(key), plain(value)]));
    default:
      return literal.value;
  }
}

describe("parseLiteral", () => {
  test("reads the header of an .npy file", () => {
    expect(plain(parse("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }  \n"))).toEqual(
      new Map<string, unknown>([
        ["descr", "<f8"],
        ["fortran_order", false],
        ["shape", { tuple: [2n, 3n] }],
      ]),
    );
  });

  test("reads a structured descr: tuples in a list", () => {
    expect(plain(parse("[('x', '<i4'), (('title', 'y'), '<f8', (2,))]"))).toEqual({
      list: [{ tuple: ["x", "<i4"] }, { tuple: [{ tuple: ["title", "y"] }, "<f8", { tuple: [2n] }] }],
    });
  });

  test("takes Python 2's L only where it is asked to", () => {
    expect(plain(parse("(3L, 4L)"))).toEqual({ tuple: [3n, 4n] });
    expect(() => parse("(3l,)")).toThrow("not a number");
    expect(() => parse("(3L,)", false)).toThrow("not a number");
  });

  test("keeps every digit of an integer", () => {
    expect(plain(parse("-123456789012345678901234567890"))).toBe(-123456789012345678901234567890n);
  });

  test("brackets around one value group it; a comma makes a tuple", () => {
    expect(plain(parse("(3)"))).toBe(3n);
    expect(plain(parse("(3,)"))).toEqual({ tuple: [3n] });
  });

  test("says where every value starts", () => {
    const literal = parse("{'a': [1, -2]}");
    const list = literal.kind === "dict" ? literal.entries[0]?.[1] : undefined;
    expect(list?.at).toBe(6);
    expect(list?.kind === "list" ? list.items.map((item) => item.at) : []).toEqual([7, 10]);
  });

  test("knows no names but True, False and None", () => {
    expect(plain(parse("[True, False, None]"))).toEqual({ list: [true, false, null] });
    expect(() => parse("nan")).toThrow("Expected a value");
  });

  test("refuses text that is too long or too deep, at the place where it becomes so", () => {
    expect(() => parse("1".repeat(101))).toThrow(expect.objectContaining({ place: { byte: 100 } }));
    expect(() => parse("[".repeat(20))).toThrow(expect.objectContaining({ place: { byte: 9 } }));
  });
});
