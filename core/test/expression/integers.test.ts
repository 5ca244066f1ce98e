import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile, evaluate } from "../../src/expression/index.ts";
import type { NdArray } from "../../src/index.ts";

interface Case {
  readonly seed: string;
  readonly low: string;
  readonly high: string;
  readonly first: readonly string[];
  /** Of 1001 numbers, each times its place from 1. */
  readonly sum: string;
}

const { cases }: { cases: Case[] } = JSON.parse(readFileSync(new URL("integers.json", import.meta.url), "utf8"));

function integers(text: string): bigint[] {
  const evaluated = evaluate(compile(text), null);
  if (evaluated.kind !== "array") throw new Error("an array was expected");
  return Array.from((evaluated.array as NdArray).data as BigInt64Array);
}

test.each(cases)("default_rng($seed).integers($low, $high) gives NumPy's numbers", ({ seed, low, high, first, sum }) => {
  expect(integers(`np.random.default_rng(${seed}).integers(${low}, ${high}, 7)`).map(String)).toEqual(first);
  const many = integers(`np.random.default_rng(${seed}).integers(${low}, ${high}, size=1001)`);
  expect(String(many.reduce((total, n, k) => total + n * BigInt(k + 1), 0n))).toBe(sum);
});

test("with endpoint the upper bound may come, as if it were one more", () => {
  const text = (call: string) => `np.random.default_rng(3).integers(${call}, size=50)`;
  expect(integers(text("0, 9, endpoint=True"))).toEqual(integers(text("0, 10")));
  expect(integers(text("10"))).toEqual(integers(text("0, 10")));
});

test("nothing is drawn from an empty range, where nothing is asked for", () => {
  expect(integers("np.random.default_rng(0).integers(0, size=0)")).toEqual([]);
});
