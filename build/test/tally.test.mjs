// @ts-check
import { expect, test } from "vitest";
import { complete, summary } from "./tally.mjs";

const tally = (/** @type {number} */ passed, /** @type {number} */ failed, /** @type {string[]} */ ...skipped) => ({
  runner: "unit",
  passed,
  failed,
  skipped: skipped.map((name) => ({ test: name, reason: "no NumPy" })),
});

test("the line adds up all runners", () => expect(summary([tally(3, 0), tally(4, 1)])).toBe("7 passed, 1 failed"));

test("skipped tests are said when there are any", () => {
  expect(summary([tally(3, 0, "a"), tally(4, 0, "b", "c")])).toBe("7 passed, 0 failed, 3 skipped");
});

const failures = (/** @type {import("./tally.mjs").Tally[]} */ tallies) =>
  tallies.map(({ runner, failed }) => [runner, failed]);

test("a runner that ran nothing has failed, skipped tests or not", () => {
  expect(failures(complete([tally(0, 0, "a")], ["unit"], true))).toEqual([["unit", 1]]);
});

test("a runner that left no tally has failed", () => {
  expect(failures(complete([tally(1, 0)], ["unit", "browser"], true))).toEqual([
    ["unit", 0],
    ["browser", 1],
  ]);
});

test("a program that complains although it counted no failure has failed", () => {
  expect(failures(complete([tally(1, 0)], ["unit"], false)).at(-1)).toEqual(["the runner itself", 1]);
});

test("a failure that was counted is not counted twice", () => {
  expect(failures(complete([tally(1, 2)], ["unit"], false))).toEqual([["unit", 2]]);
});

test("a runner that ran something is taken at its word", () => {
  expect(failures(complete([tally(1, 0)], ["unit"], true))).toEqual([["unit", 0]]);
});
