import { expect, test } from "vitest";
import { ExpressionError, parseExpression, printExpression } from "../../src/expression/index.ts";
import { Random } from "../live/random.ts";
import { randomExpression } from "./random-expression.ts";
import { randomText } from "./random-text.ts";

/** A tree without its places. */
function shapeOfTree(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOfTree);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !["start", "end", "word", "index"].includes(key));
  return Object.fromEntries(kept.map(([key, part]) => [key, shapeOfTree(part)]));
}

test("what is printed parses to the same tree, and prints the same again", () => {
  const random = new Random(7);
  const a = { shape: [3, 4, 2], dtype: "float64" as const };
  const expressions = Array.from({ length: 2000 }, () => randomExpression(random, a));
  let compared = 0;
  for (const text of [...expressions, ...Array.from({ length: 10_000 }, () => randomText(random, expressions))]) {
    const tree = parsed(text);
    if (tree === null) continue;
    const printed = printExpression(tree);
    expect(shapeOfTree(parseExpression(printed)), text).toEqual(shapeOfTree(tree));
    expect(printExpression(parseExpression(printed))).toBe(printed);
    compared++;
  }
  expect(compared).toBeGreaterThan(3000);
});

function parsed(text: string): ReturnType<typeof parseExpression> | null {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

test.each([
  ["np . argmin( a ,axis = 0 )", "np.argmin(a, axis=0)"],
  ["((a))[ 1 : , ::-1,... , None]", "a[1:, ::-1, ..., None]"],
  ["a[1:2:]", "a[1:2]"],
  ["a[:,]", "a[:]"],
  ["[1,2.50,1e3,0x10,-0.0,+3,--4]", "[1, 2.5, 1000.0, 16, -0.0, 3, 4]"],
  ["[1e999, -1e999, -nan, +np.inf]", "[1e999, -1e999, -nan, np.inf]"],
  ["('a' , \"b'c\")", "('a', \"b'c\")"],
  ["(1,)", "(1,)"],
  ["(5).T", "(5).T"],
  ["np.argmin(a, # the rows\n axis=0)", "np.argmin(a, axis=0)"],
])("%j is printed as %j", (text, printed) => {
  expect(printExpression(parseExpression(text))).toBe(printed);
});

test("every part of a tree knows where it stands", () => {
  const text = "np.argmin(a[1:, 0], axis=-1)";
  const tree = parseExpression(text);
  if (tree.kind !== "call") throw new Error("a call was expected");
  const [first, second] = tree.arguments;
  expect([tree.callee, first, second, second?.value].map((part) => text.slice(part?.start, part?.end))).toEqual([
    "np.argmin",
    "a[1:, 0]",
    "axis=-1",
    "-1",
  ]);
  // The emoji has two UTF-16 units.
  const wide = parseExpression('["\u{1f600}", 5]');
  expect(wide.kind === "list" && wide.items[1]?.start).toBe(7);
});
