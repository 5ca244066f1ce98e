// @ts-check
import { expect, test } from "vitest";
import { atLeastOne, summary } from "./tally.mjs";

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

test("a runner that ran nothing has failed", () => expect(atLeastOne(tally(0, 0, "a")).failed).toBe(1));

test("a runner that ran something is taken at its word", () => expect(atLeastOne(tally(1, 0)).failed).toBe(0));
