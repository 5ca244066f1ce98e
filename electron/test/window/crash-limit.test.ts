import { expect, test } from "vitest";
import { CrashLimit } from "../../main/window/crash-limit.ts";

test("three crashes within a minute get a new page, the fourth does not", () => {
  const limit = new CrashLimit();
  expect([0, 10_000, 20_000, 30_000].map((now) => limit.mayTryAgain(now))).toEqual([true, true, true, false]);
});

test("crashes older than a minute are forgotten", () => {
  const limit = new CrashLimit();
  expect([0, 1, 2, 60_000, 60_001, 60_002, 60_003].map((now) => limit.mayTryAgain(now))).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
});
